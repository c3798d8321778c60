package dev.patchbay.filetransfer;

import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.Frames;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Answers requests one after the other; a refusal is an answer too.
final class FileTransferService implements StreamService {

    private final Intake intake;
    private final boolean delete;
    private final Logger logger;

    private FileTransferService(Intake intake, boolean delete, Logger logger) {
        this.intake = intake;
        this.delete = delete;
        this.logger = logger;
    }

    /// {@return a service that tidies its folder now and every hour}
    static FileTransferService open(ServiceContext context) throws IOException {
        FileTransferService service =
                new FileTransferService(Intake.of(context), context.option(FileTransferProtocol.DELETE), context.logger());
        Duration keep = context.option(FileTransferProtocol.KEEP_PARTS);
        ScheduledFuture<?> _ = context.scheduler()
                .scheduleWithFixedDelay(() -> service.tidy(context, keep), 0, 1, TimeUnit.HOURS);
        return service;
    }

    private void tidy(ServiceContext context, Duration keep) {
        try {
            int dropped = intake.folder().dropParts(context.clock().instant().minus(keep));
            if (dropped > 0) {
                logger.log(Level.INFO, "removed " + dropped + " parts of files whose rest has not come for " + keep);
            }
        } catch (IOException e) {
            logger.log(Level.WARNING, "cannot tidy " + intake.folder() + ": " + e);
        }
    }

    @Override
    public void serve(Connection peer) throws InterruptedException {
        Frames frames = peer.frames();
        boolean failed = false;
        while (frames.hasNext()) {
            try {
                Request request = Request.parse(frames.receive());
                if (request instanceof Request.Quit) {
                    return;
                }
                answer(request, peer);
            } catch (Refusal e) {
                frames.send("error: " + e.getMessage());
            } catch (ClosedByInterruptException e) {
                throw new InterruptedException("the gateway ends this connection");
            } catch (IOException e) {
                // Once: on a full disk whoever goes on asking would fill the log as well.
                if (!failed) {
                    logger.log(Level.WARNING, peer.peerAddress() + ": " + e);
                    failed = true;
                }
                frames.send("error: " + Cause.of(e));
            }
        }
    }

    private void answer(Request request, Connection peer) throws IOException {
        switch (request) {
            case Request.Put put -> take(put, peer);
            case Request.Get get -> give(get, peer);
            case Request.Listing _ -> list(peer.frames());
            case Request.Delete(FileName name) -> delete(name, peer.frames());
            case Request.Quit _ -> throw new IllegalStateException("quit has no answer");
        }
    }

    private void take(Request.Put put, Connection peer) throws IOException {
        intake.checkSize(put.size());
        if (intake.folder().has(put.name(), put.size(), put.checksum())) {
            // Whoever lost the connection just before the answer gets it now.
            peer.frames().send("ready " + put.size());
        } else {
            intake.checkName(put.name());
            try (Part part = intake.folder().part(put.checksum())) {
                receive(put, part, peer);
                intake.publish(part, put.name());
            }
        }
        peer.frames().send("stored " + put.checksum());
    }

    private void receive(Request.Put put, Part part, Connection peer) throws IOException {
        if (part.size() > put.size()) {
            part.clear();
        }
        long offset = part.size();
        intake.checkRoom(put.size() - offset);
        RunningChecksum checksum = new RunningChecksum();
        checksum.add(part.channel(), offset, _ -> {});
        peer.frames().send("ready " + offset);
        PatientChannel sink = new PatientChannel(new HashingChannel(part.channel(), checksum, offset, _ -> {}));
        peer.content().receive(put.size() - offset, sink);
        sink.check();
        Checksum received = checksum.value();
        if (!received.equals(put.checksum())) {
            part.discard();
            throw new Refusal("the SHA-256 of what came is " + received + ", so it was not stored: send it again");
        }
    }

    private void give(Request.Get get, Connection peer) throws IOException {
        try (SharedFile file = intake.folder().open(get.name())) {
            if (get.offset() > file.size()) {
                throw new Refusal(get.name() + " has " + file.size() + " bytes, so nothing is at " + get.offset());
            }
            peer.frames().send("sending " + file.size() + " " + file.checksum());
            peer.content().send(file.channel(), get.offset(), file.size() - get.offset());
        }
    }

    private void list(Frames frames) throws IOException {
        List<SharedFolder.Entry> entries = intake.folder().list();
        frames.send(Integer.toString(entries.size()));
        for (SharedFolder.Entry entry : entries) {
            frames.send(entry.size() + " " + entry.modified().truncatedTo(ChronoUnit.SECONDS) + " " + entry.name());
        }
    }

    private void delete(FileName name, Frames frames) throws IOException {
        if (!delete) {
            throw new Refusal("files cannot be removed here");
        }
        intake.folder().delete(name);
        frames.send("deleted " + name);
    }
}
