package dev.patchbay.filetransfer;

import dev.patchbay.api.client.Console;
import dev.patchbay.api.client.Progress;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Optional;

/// A file on its way here, which goes on where it broke off if the server still has the same content.
final class Download {

    private final RemoteFiles remote;
    private final Console console;
    private final FileName name;
    private final Path target;
    private final boolean replaces;
    private final LocalParts parts;

    /// @param replaces whether a file that is there already is replaced
    Download(RemoteFiles remote, Console console, FileName name, Path target, boolean replaces) {
        this.remote = remote;
        this.console = console;
        this.name = name;
        this.target = target;
        this.replaces = replaces;
        parts = LocalParts.of(target);
    }

    /// Fetches the file, and returns when it is there, complete and verified.
    ///
    /// @return what was fetched
    /// @throws Refusal if it cannot be; the server can be asked for something else then
    RemoteFiles.Offer run() throws IOException {
        Optional<Checksum> begun = parts.begun();
        Optional<RemoteFiles.Offer> rest = begun.isPresent() ? goOn(begun.get()) : Optional.empty();
        return rest.isPresent() ? rest.get() : begin();
    }

    private Optional<RemoteFiles.Offer> goOn(Checksum begun) throws IOException {
        try (Part part = Part.claim(parts.path(begun))) {
            // Before the server begins to send: it does not wait as long as a large part takes to be read.
            RunningChecksum checksum = new RunningChecksum();
            try (Progress progress = console.progress("checking what there is of " + name, part.size())) {
                checksum.add(part.channel(), part.size(), progress::at);
            }
            Optional<RemoteFiles.Offer> offer = rest(part.size());
            if (offer.isEmpty()) {
                return offer;
            }
            if (!offer.get().checksum().equals(begun)) {
                remote.hangUp();
                part.discard();
                return Optional.empty();
            }
            receive(part, checksum, offer.get());
            return offer;
        }
    }

    /// A server whose file has become shorter, or has gone, refuses; which of the two shows when it is asked for all of it.
    private Optional<RemoteFiles.Offer> rest(long offset) {
        try {
            return Optional.of(remote.get(offset, name));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    private RemoteFiles.Offer begin() throws IOException {
        RemoteFiles.Offer offer = remote.get(0, name);
        try (Part part = claim(offer.checksum())) {
            receive(part, new RunningChecksum(), offer);
            return offer;
        }
    }

    private Part claim(Checksum content) {
        try {
            Part part = Part.claim(parts.path(content));
            part.clear();
            return part;
        } catch (IOException e) {
            remote.hangUp();
            throw new Refusal("cannot write to " + parts.folder() + ": " + Cause.of(e));
        } catch (Refusal e) {
            remote.hangUp();
            throw e;
        }
    }

    private void receive(Part part, RunningChecksum checksum, RemoteFiles.Offer offer) throws IOException {
        long offset = part.size();
        try (Progress progress = console.progress(name.text(), offer.size())) {
            progress.at(offset);
            remote.receive(offer.size() - offset, new HashingChannel(part.channel(), checksum, offset, progress::at));
        } catch (ClosedChannelException e) {
            // Interrupted: whoever did that knows.
            throw e;
        } catch (IOException e) {
            remote.hangUp();
            throw new Refusal("cannot write " + target + ": " + Cause.of(e) + "; the same get goes on from there");
        }
        Checksum received = checksum.value();
        if (!received.equals(offer.checksum())) {
            part.discard();
            throw new Refusal("the SHA-256 of what came is " + received + ", not " + offer.checksum() + ": nothing was stored, get it again");
        }
        part.force();
        part.publish(target, replaces);
    }
}
