package dev.patchbay.filetransfer;

import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.client.Style;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.Lines;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes one file of each connection. There are no answers: what is refused is a line in the log, and a report.
final class FileTransferPlainService implements StreamService {

    /// Room for any name, and for saying what is wrong with one that is somewhat longer.
    private static final int MAX_LINE = 1024;

    private final Intake intake;
    private final Consumer<Item> reports;
    private final Logger logger;

    /// @param reports is told of each file
    FileTransferPlainService(Intake intake, Consumer<Item> reports, Logger logger) {
        this.intake = intake;
        this.reports = reports;
        this.logger = logger;
    }

    @Override
    public void serve(Connection peer) throws InterruptedException {
        Lines lines = peer.lines(MAX_LINE);
        if (!lines.hasNext()) {
            return;
        }
        String name = lines.receive();
        try {
            long size = receive(new FileName(name), peer);
            reports.accept(report("received", name).with("size", size).with("from", peer.peerAddress()));
        } catch (Refusal e) {
            refused(name, peer, e.getMessage());
            throw ConnectionException.violation("not stored: " + e.getMessage());
        } catch (ConnectionException e) {
            refused(name, peer, e.getMessage());
            throw e;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException("the gateway ends this connection");
        } catch (IOException e) {
            refused(name, peer, Cause.of(e));
            logger.log(Level.WARNING, peer.peerAddress() + ": not stored: " + e);
        }
    }

    private void refused(String name, Connection peer, @Nullable String why) {
        Item refused = report("refused", name).with("from", peer.peerAddress());
        reports.accept(refused.with("reason", "not stored: " + why, Style.BAD));
    }

    private static Item report(String what, String name) {
        return Item.of(what).with("name", name, Style.NAME);
    }

    private long receive(FileName name, Connection peer) throws IOException {
        intake.checkName(name);
        try (Part part = intake.folder().part()) {
            return receive(part, name, peer);
        }
    }

    private long receive(Part part, FileName name, Connection peer) throws IOException {
        try {
            long most = Math.min(intake.maxSize(), intake.folder().room());
            // One more than the most, to see whether there is more.
            long size = peer.content().receiveSome(most + 1, part.channel());
            if (size > most) {
                throw new Refusal(name + " has more than the " + most + " bytes there is room for");
            }
            intake.publish(part, name);
            return size;
        } finally {
            // Nobody can tell what the rest of it would be.
            part.discard();
        }
    }
}
