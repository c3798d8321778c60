package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import dev.patchbay.api.Stable.Implementer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command of a session: how it is typed, what it does, what help says of it. Immutable: each method that sets something
/// returns a new value.
///
/// ```java
/// Command.of("dm [USER] [TEXT...]", "sends a direct message", this::dm)
///         .example("dm bob see you at eight")
///         .completing("USER", known::users)
/// ```
///
/// A command counts only if its arguments fit its usage; `list of things to buy` is a text where `list` takes no arguments. A
/// slash before its name (`/list`) makes a command of it in any case.
@Stable(since = "1.0")
public final class Command {

    /// What a command does.
    @Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
    @FunctionalInterface
    public interface Action {

        /// Does it.
        ///
        /// @throws Exception as [ClientSession] says
        void run(Arguments arguments) throws Exception;
    }

    /// Proposes values for an argument while the user types.
    @Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
    @FunctionalInterface
    public interface Completer {

        /// {@return what the argument may be, whatever of it is typed already: the host selects}
        ///
        /// Called by a thread of the terminal: it must answer from memory, at once.
        List<String> candidates();
    }

    private final Usage usage;
    private final String help;
    private final Action action;
    private final List<String> aliases;
    private final List<String> examples;
    private final List<Completion> completions;

    private record Completion(String parameter, Completer completer) {}

    private Command(Usage usage, String help, Action action, List<String> aliases, List<String> examples, List<Completion> completions) {
        this.usage = usage;
        this.help = help;
        this.action = action;
        this.aliases = aliases;
        this.examples = examples;
        this.completions = completions;
    }

    /// {@return a command}
    ///
    /// @param usage  its name in lower case, then its parameters in capitals: `NAME` must be given, `[NAME]` may be, `NAME...` and
    ///               `[NAME...]` take the rest of the line as it stands and come last. Switches, `[--name]` and `[--name VALUE]`,
    ///               may be typed anywhere before that rest
    /// @param help   what it does, in one line, without a capital at its beginning or a full stop
    /// @param action what to do
    /// @throws IllegalArgumentException if the usage is not well-formed; the message says why
    public static Command of(String usage, String help, Action action) {
        return new Command(Usage.parse(usage), help, action, List.of(), List.of(), List.of());
    }

    /// {@return the same with one more name for it}
    public Command alias(String alias) {
        return new Command(usage, help, action, plus(aliases, alias), examples, completions);
    }

    /// {@return the same with one more example for help}
    public Command example(String example) {
        return new Command(usage, help, action, aliases, plus(examples, example), completions);
    }

    /// {@return the same with proposals for a parameter, or for the value of a switch}
    ///
    /// @param parameter its name in the usage, such as `NAME` or `--delay`
    /// @throws IllegalArgumentException if the usage has no such parameter
    public Command completing(String parameter, Completer completer) {
        if (!usage.takesValue(parameter)) {
            throw new IllegalArgumentException("'" + usage.text() + "' has no parameter " + parameter);
        }
        return new Command(usage, help, action, aliases, examples, plus(completions, new Completion(parameter, completer)));
    }

    /// {@return its name}
    public String name() {
        return usage.name();
    }

    /// {@return its name and parameters}
    public String usage() {
        return usage.text();
    }

    /// {@return what it does, in one line}
    public String help() {
        return help;
    }

    /// {@return other names for it}
    public List<String> aliases() {
        return aliases;
    }

    /// {@return examples for help}
    public List<String> examples() {
        return examples;
    }

    /// {@return whether this is its name or one of its other names}
    public boolean isCalled(String word) {
        return name().equals(word) || aliases.contains(word);
    }

    /// {@return the arguments that a line gives it, or nothing if they do not fit the usage}
    ///
    /// @param rest what is typed behind the command's name; a word may stand in double quotes
    public Optional<Arguments> arguments(String rest) {
        return usage.read(rest);
    }

    /// {@return proposals for the word that is being typed; the host selects those that begin like it}
    ///
    /// Switches are among them where a word begins with a hyphen, or where there is nothing else to propose.
    ///
    /// @param typed what stands behind the command's name so far; the last word is the one to be completed, an empty one behind a space
    public List<String> candidates(String typed) {
        int start = typed.length();
        while (start > 0 && !Character.isWhitespace(typed.charAt(start - 1))) {
            start--;
        }
        Usage.Next next = usage.next(typed.substring(0, start));
        List<String> candidates = new ArrayList<>();
        for (Completion completion : completions) {
            if (next.value().filter(completion.parameter::equals).isPresent()) {
                candidates.addAll(completion.completer.candidates());
            }
        }
        if (next.value().isEmpty() || typed.startsWith("-", start)) {
            candidates.addAll(next.switches());
        }
        return candidates;
    }

    /// Does it.
    ///
    /// @throws Exception as [ClientSession] says
    public void run(Arguments arguments) throws Exception {
        action.run(arguments);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return usage.text();
    }
}
