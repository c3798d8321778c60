package example.poll;

import java.util.Arrays;
import java.util.List;

/// What is asked.
///
/// @param question what everybody is asked
/// @param choices  the answers there are, at least two
record Ballot(String question, List<String> choices) {

    /// Reads what the operator configured; what is thrown here is shown to the operator.
    static Ballot of(String question, String choices) {
        List<String> list = Arrays.stream(choices.split(",")).map(String::strip).filter(choice -> !choice.isEmpty()).distinct().toList();
        if (list.size() < 2) {
            throw new IllegalArgumentException("'choices' needs two or more with commas between them, such as \"yes, no\"");
        }
        return new Ballot(question, list);
    }
}
