package dev.patchbay.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.wire.ConnectionException.Reason;
import org.junit.jupiter.api.Test;

class ConnectionExceptionTest {

    @Test
    void aPeerThatBreaksTheRulesIsNoStackTrace() {
        ConnectionException exception = ConnectionException.violation("an empty user name");

        assertThat(exception.reason()).isEqualTo(Reason.VIOLATION);
        assertThat(exception).hasMessage("an empty user name");
        assertThat(exception.getStackTrace()).isEmpty();
    }
}
