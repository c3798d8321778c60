package dev.patchbay.filetransfer;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Lines;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Takes one file of each connection. There are no answers: what is refused is a line in the log, and a report.
final class FileTransferPlainService implements StreamService {

    /// Room for any name, and for saying what is wrong with one that is somewhat longer.
    private static final int MAX_LINE = 1024;

    private final Intake intake;
    private final Consumer<Item> reports;

    /// @param reports is told of each file
    FileTransferPlainService(Intake intake, Consumer<Item> reports) {
        this.intake = intake;
        this.reports = reports;
    }

    @Override
    public void serve(Connection peer) throws IOException, InterruptedException {
        Lines lines = peer.lines(MAX_LINE);
        if (!lines.hasNext()) {
            return;
        }
        String name = lines.receive();
        try {
            long size = receive(new FileName(name), peer);
            reports.accept(report("received", name).with("size", size).with("from", peer.peerAddress()));
        } catch (Refusal e) {
            refused(name, peer, e);
            throw ConnectionException.violation("not stored: " + e.getMessage());
        } catch (ConnectionException e) {
            refused(name, peer, e);
            throw e;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException("the gateway ends this connection");
        }
    }

    private void refused(String name, Connection peer, RuntimeException why) {
        Item refused = report("refused", name).with("from", peer.peerAddress());
        reports.accept(refused.with("reason", "not stored: " + why.getMessage(), Style.BAD));
    }

    private static Item report(String what, String name) {
        return Item.of(what).with("name", name, Style.NAME);
    }

    private long receive(FileName name, Connection peer) throws IOException {
        Path target = intake.target(name);
        try (Part part = intake.folder().part()) {
            return receive(part, target, peer);
        }
    }

    private long receive(Part part, Path target, Connection peer) throws IOException {
        try {
            long most = Math.min(intake.maxSize(), intake.folder().room());
            // One more than the most, to see whether there is more.
            long size = peer.content().receiveSome(most + 1, part.channel());
            if (size > most) {
                throw new Refusal(target.getFileName() + " has more than the " + most + " bytes there is room for");
            }
            part.publish(target, intake.overwrite());
            return size;
        } finally {
            // Nobody can tell what the rest of it would be.
            part.discard();
        }
    }
}
