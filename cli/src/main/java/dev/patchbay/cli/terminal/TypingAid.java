package dev.patchbay.cli.terminal;

import dev.patchbay.cli.shell.LineContext;
import dev.patchbay.cli.shell.Look;
import dev.patchbay.cli.shell.Proposal;
import dev.patchbay.gateway.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// Completes and colours the line being typed, as its context says. While a question is asked there is none.
final class TypingAid implements Completer, Highlighter {

    private final Supplier<Optional<LineContext>> context;
    private final boolean colours;

    TypingAid(Supplier<Optional<LineContext>> context, boolean colours) {
        this.context = context;
        this.colours = colours;
    }

    /// What would steer the terminal cannot be typed, so it is not proposed either.
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String typed = line.line().substring(0, line.cursor());
        context.get().ifPresent(known -> known.proposals(typed).stream()
                .filter(proposal -> SafeText.isSafe(proposal.word()))
                .map(TypingAid::candidate)
                .forEach(candidates::add));
    }

    private static Candidate candidate(Proposal proposal) {
        String group = proposal.group().isEmpty() ? null : SafeText.of(proposal.group());
        String help = proposal.help().isEmpty() ? null : SafeText.of(proposal.help());
        return new Candidate(proposal.word(), proposal.word(), group, help, null, null, true);
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        Look look = context.get().map(known -> known.look(buffer)).orElse(Look.TEXT);
        if (look == Look.TEXT || !colours) {
            return new AttributedString(buffer);
        }
        int start = buffer.length() - buffer.stripLeading().length();
        int end = start;
        while (end < buffer.length() && !Character.isWhitespace(buffer.charAt(end))) {
            end++;
        }
        AttributedStyle style = look == Look.COMMAND ? AttributedStyle.BOLD : AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        return AttributedString.join(
                AttributedString.EMPTY,
                new AttributedString(buffer.substring(0, start)),
                new AttributedString(buffer.substring(start, end), style),
                new AttributedString(buffer.substring(end)));
    }
}
