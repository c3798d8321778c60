package dev.patchbay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvocationTest {

    @Test
    void aCommandThatStandsAloneAsksForWhatTheGrammarReadsInIt() {
        assertThat(Invocation.of("repl")).isEqualTo(new Grammar().parse(new String[0]));
        assertThat(Invocation.of("serve")).isEqualTo(new Grammar().parse(new String[] {"serve"}));
    }
}
