package example.poll;

import dev.patchbay.api.journal.Entry;
import dev.patchbay.api.journal.Journal;
import dev.patchbay.api.journal.Snapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who has voted for what. The journal is the truth; what is in memory is what has been read of it so far.
///
/// Several of these may use one journal at the same time: two listeners, or the old and the new version of the plugin during an
/// upgrade. So each of them reads what has been added before it counts.
final class Tally {

    private static final String BETWEEN = "\n";

    private final Ballot ballot;
    private final Journal votes;
    private final Map<String, String> choicesByName = new HashMap<>();
    private long next;

    Tally(Ballot ballot, Journal votes) {
        this.ballot = ballot;
        this.votes = votes;
    }

    /// Returns when the vote is on disk: what was acknowledged is not lost.
    ///
    /// @param name without line feeds
    void vote(String name, String choice) {
        votes.append(name + BETWEEN + choice);
    }

    /// {@return how many have voted for each choice and have not changed their mind since, in the order of the ballot}
    synchronized Map<String, Long> count() {
        readOn();
        Map<String, Long> counts = new LinkedHashMap<>();
        ballot.choices().forEach(choice -> counts.put(choice, 0L));
        choicesByName.values().forEach(choice -> counts.merge(choice, 1L, Long::sum));
        return counts;
    }

    private void readOn() {
        try (Snapshot added = votes.read(next, Long.MAX_VALUE)) {
            for (Entry entry : added) {
                next = entry.offset() + 1;
                String[] vote = entry.text().split(BETWEEN, 2);
                // An entry that the disk has damaged is no vote, and the operator may have taken a choice back.
                if (vote.length == 2 && ballot.choices().contains(vote[1])) {
                    choicesByName.put(vote[0], vote[1]);
                }
            }
        }
    }
}
