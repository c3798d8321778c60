package example.poll;

import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;

/// The REPL side: asks for the user's name and shows the question.
final class PollClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        RemotePoll poll = new RemotePoll(context.connection().frames());
        Ballot ballot = poll.enter(context.user());
        context.console().print(ballot.question() + " " + String.join(", ", ballot.choices()));
        return new PollSession(poll, ballot, context);
    }
}
