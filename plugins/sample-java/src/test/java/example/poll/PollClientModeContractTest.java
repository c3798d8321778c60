package example.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.Protocol;
import dev.patchbay.testkit.ClientModeContract;
import java.util.List;

/// What every mode owes its user; all the tests are in the class above.
class PollClientModeContractTest extends ClientModeContract {

    @Override
    protected Protocol protocol() {
        return new PollProtocol();
    }

    @Override
    protected List<String> lines() {
        return List.of("yes", "results");
    }

    @Override
    protected byte[] answers() {
        return "0015Shall we go on?000120003yes0002no0002ok00051 yes00040 no".getBytes(UTF_8);
    }
}
