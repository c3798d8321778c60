package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

/// What every mode owes its user: whatever a server answers, what was typed ends, and well.
class ${className}ClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new ${className}Protocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("hello", "hello");
    }

    @Override
    protected byte[] answers() {
        return "0006HELLO!0006HELLO!".getBytes(UTF_8);
    }
}
