package example.poll;

import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Frames;
import java.util.ArrayList;
import java.util.List;

/// A poll at the other end of a connection. Nothing that comes from there is believed.
final class RemotePoll {

    private static final int MOST_CHOICES = 1000;

    private final Frames frames;

    RemotePoll(Frames frames) {
        this.frames = frames;
    }

    /// Says who votes, and is told what about.
    Ballot enter(String name) {
        frames.send(name);
        String question = frames.receive();
        String count = frames.receive();
        if (!count.matches("\\d{1,4}") || Integer.parseInt(count) > MOST_CHOICES) {
            throw ConnectionException.violation("'" + count + "' where the number of choices was expected");
        }
        return new Ballot(question, receive(Integer.parseInt(count)));
    }

    void vote(String choice) {
        frames.send("vote " + choice);
        expectNoError(frames.receive());
    }

    /// {@return a line for each choice: the votes, a space, the choice}
    List<String> results(Ballot ballot) {
        frames.send("results");
        return receive(ballot.choices().size());
    }

    private List<String> receive(int count) {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            texts.add(frames.receive());
        }
        return List.copyOf(texts);
    }

    private static void expectNoError(String answer) {
        if (!answer.equals("ok")) {
            throw new IllegalArgumentException(answer);
        }
    }
}
