package example.poll;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.client.ClientMode;

/// The poll. The one public class: the gateway and the REPL find it by its name in `META-INF/services`.
public final class PollProtocol implements Protocol {

    static final Option<String> QUESTION = Option.text("question", "Shall we go on?", "what is asked");
    static final Option<String> CHOICES = Option.text("choices", "yes, no", "the possible answers, with commas between them");

    private static final ProtocolInfo INFO = ProtocolInfo.of("poll", "1.0")
            .banner("Poll Server 1.0")
            .port(10443)
            .summary("asks a question and counts the votes")
            .options(QUESTION, CHOICES);

    /// Called by the host.
    public PollProtocol() {}

    @Override
    public ProtocolInfo info() {
        return INFO;
    }

    /// Another question is another poll, with votes of its own: hence the name of the journal.
    @Override
    public Service open(ServiceContext context) {
        Ballot ballot = Ballot.of(context.option(QUESTION), context.option(CHOICES));
        return new PollService(ballot, new Tally(ballot, context.journal("votes: " + ballot.question())));
    }

    @Override
    public ClientMode clientMode() {
        return new PollClientMode();
    }
}
