package dev.patchbay.peers.plugin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A small protocol that takes its id from a number in its jar.
public final class Numbered implements Protocol {

    /// The entry of the jar that holds the number.
    public static final String NUMBER = "number";

    private final ProtocolInfo info;

    /// Called by the host.
    public Numbered() {
        try (InputStream number = Numbered.class.getResourceAsStream("/" + NUMBER)) {
            String text = new String(number.readAllBytes(), US_ASCII);
            info = ProtocolInfo.of(id(Integer.parseInt(text)), "1.0").summary("one of many");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the id of the plugin with that number, and of its protocol}
    public static String id(int number) {
        return "numbered-" + number;
    }

    @Override
    public ProtocolInfo info() {
        return info;
    }

    @Override
    public Service open(ServiceContext context) {
        return StreamService.of(peer -> {
            while (peer.frames().hasNext()) {
                peer.frames().send(peer.frames().receive());
            }
        });
    }
}
