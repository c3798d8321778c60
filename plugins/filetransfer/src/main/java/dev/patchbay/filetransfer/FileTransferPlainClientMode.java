package dev.patchbay.filetransfer;

import dev.patchbay.api.client.Arguments;
import dev.patchbay.api.client.ClientContext;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.client.ClientSession;
import dev.patchbay.api.client.Command;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Progress;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/// Sends files, each on a connection of its own.
final class FileTransferPlainClientMode implements ClientMode {

    @Override
    public ClientSession open(ClientContext context) {
        return new Session(context);
    }

    private static final class Session implements ClientSession {

        private static final int PIECE = 1024 * 1024;

        private final ClientContext context;
        private final List<Command> commands = List.of(
                Command.of("put LOCAL [REMOTE]", "sends a file, under its own name or another", this::put)
                        .example("put report.pdf")
                        .completing("LOCAL", LocalFiles::candidates));

        Session(ClientContext context) {
            this.context = context;
        }

        private void put(Arguments arguments) throws IOException {
            Path local = LocalFiles.path(arguments.text("LOCAL"));
            FileName name = arguments.find("REMOTE").map(FileName::new).orElseGet(() -> LocalFiles.name(local));
            try (FileChannel file = LocalFiles.open(local)) {
                try (Progress progress = context.console().progress(name.text(), file.size())) {
                    send(name, file, progress);
                }
                context.console().print(Item.of("sent").with("name", name.text(), Style.NAME).with("size", file.size()));
            }
            next();
        }

        private void send(FileName name, FileChannel file, Progress progress) throws IOException {
            Connection connection = context.connection();
            connection.lines().send(name.text());
            connection.flush();
            long size = file.size();
            for (long done = 0; done < size; done += PIECE) {
                long piece = Math.min(PIECE, size - done);
                connection.content().send(file, done, piece);
                progress.at(done + piece);
            }
        }

        /// The end of the connection is the end of the file, so the next file needs another one.
        private void next() {
            try {
                context.reconnect();
            } catch (IOException e) {
                throw new ConnectionException(
                        ConnectionException.Reason.CLOSED_BY_PEER, "the file was sent, but the server takes no other: " + e.getMessage());
            }
        }

        @Override
        public void typed(String line) {
            throw new Refusal("type put LOCAL [REMOTE] to send a file");
        }

        @Override
        public List<Command> commands() {
            return commands;
        }

        @Override
        public String textHelp() {
            return "does nothing: use put";
        }
    }
}
