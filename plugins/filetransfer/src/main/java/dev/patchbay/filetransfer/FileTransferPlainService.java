package dev.patchbay.filetransfer;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Lines;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;

/// Takes one file of each connection. There are no answers: what is refused is a line in the log.
final class FileTransferPlainService implements StreamService {

    /// Room for any name, and for saying what is wrong with one that is somewhat longer.
    private static final int MAX_LINE = 1024;

    private final Intake intake;

    FileTransferPlainService(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void serve(Connection peer) throws IOException, InterruptedException {
        Lines lines = peer.lines(MAX_LINE);
        if (!lines.hasNext()) {
            return;
        }
        try {
            FileName name = new FileName(lines.receive());
            Path target = intake.target(name);
            try (Part part = intake.folder().part()) {
                receive(part, target, peer);
            }
        } catch (Refusal e) {
            throw ConnectionException.violation("not stored: " + e.getMessage());
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException("the gateway ends this connection");
        }
    }

    private void receive(Part part, Path target, Connection peer) throws IOException {
        try {
            long most = Math.min(intake.maxSize(), intake.folder().room());
            // One more than the most, to see whether there is more.
            if (peer.content().receiveSome(most + 1, part.channel()) > most) {
                throw new Refusal(target.getFileName() + " has more than the " + most + " bytes there is room for");
            }
            part.publish(target, intake.overwrite());
        } finally {
            // Nobody can tell what the rest of it would be.
            part.discard();
        }
    }
}
