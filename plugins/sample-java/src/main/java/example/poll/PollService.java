package example.poll;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;

/// The server side: one call of [#serve] for each voter, top to bottom.
final class PollService implements StreamService {

    private static final int LONGEST_NAME = 40;
    private static final String VOTE = "vote ";

    private final Ballot ballot;
    private final Tally tally;

    PollService(Ballot ballot, Tally tally) {
        this.ballot = ballot;
        this.tally = tally;
    }

    @Override
    public void serve(Connection peer) {
        Frames frames = peer.frames();
        String name = name(frames.receive());
        frames.send(ballot.question());
        frames.send(Integer.toString(ballot.choices().size()));
        ballot.choices().forEach(frames::send);
        while (frames.hasNext()) {
            answer(frames.receive(), name, frames);
        }
    }

    /// Who breaks the rules of the protocol is disconnected, with a line in the gateway's log.
    private static String name(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw ConnectionException.violation("a name has 1 to " + LONGEST_NAME + " characters, not '" + text + "'");
        }
        return text;
    }

    private void answer(String request, String name, Frames frames) {
        if (request.equals("results")) {
            tally.count().forEach((choice, votes) -> frames.send(votes + " " + choice));
        } else if (request.startsWith(VOTE) && ballot.choices().contains(request.substring(VOTE.length()))) {
            tally.vote(name, request.substring(VOTE.length()));
            frames.send("ok");
        } else {
            frames.send("error: say 'results', or 'vote ' and one of: " + String.join(", ", ballot.choices()));
        }
    }
}
