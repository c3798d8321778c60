package dev.patchbay.calc;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.wire.Connection;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A person at a calculator that says nothing of its formats: they begin as most servers have them, and can be changed.
final class CalcBinarySession implements ClientSession {

    private static final List<String> FORMATS = Stream.concat(RequestFormat.words().stream(), ReplyFormat.words().stream()).toList();

    private final ClientContext context;
    private final List<Command> commands;
    private RequestFormat request = RequestFormat.IIC;
    private ReplyFormat reply = ReplyFormat.TEXT;

    CalcBinarySession(ClientContext context) {
        this.context = context;
        commands = List.of(
                Demo.command(this, context.console()),
                Command.of("format FORMAT [FORMAT2]", "says which formats the server speaks", this::format)
                        .example("format ici struct")
                        .completing("FORMAT", () -> FORMATS)
                        .completing("FORMAT2", () -> FORMATS));
    }

    @Override
    public void typed(String line) {
        Calculation calculation = Calculation.parse(line).orElseThrow(() -> new IllegalArgumentException(
                "type two whole numbers of 32 bits and one of + - * / % ^ between them, such as 17 + 25"));
        Connection connection = context.connection();
        connection.binary(ByteOrder.LITTLE_ENDIAN).send(request.size(), record -> request.put(calculation, record));
        Answer.print(reply.receive(connection), context.console());
    }

    private void format(Arguments arguments) {
        Stream.of(arguments.find("FORMAT"), arguments.find("FORMAT2")).flatMap(Optional::stream).forEach(this::format);
    }

    private void format(String word) {
        Optional<RequestFormat> named = RequestFormat.called(word);
        if (named.isPresent()) {
            request = named.get();
            return;
        }
        reply = ReplyFormat.called(word).orElseThrow(
                () -> new IllegalArgumentException("'" + word + "' is no format: " + String.join(", ", FORMATS)));
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public String status() {
        return request.word() + "/" + reply.word();
    }

    @Override
    public String textHelp() {
        return "is calculated, such as 17 + 25";
    }
}
