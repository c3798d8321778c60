package dev.patchbay.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.Name;

/// Names as the DNS has them, of labels, and as a hosts file has them, of characters.
///
/// The characters go over the wire as UTF-8, without Punycode: each side gets back what it put in.
final class DnsNames {

    private static final int MAX_LABEL = 63;

    private DnsNames() {}

    /// {@return the labels of a name, without the root's}
    static List<String> labels(Name name) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < name.labels() - 1; i++) {
            // The first byte of a label is its length.
            byte[] label = name.getLabel(i);
            labels.add(new String(label, 1, label.length - 1, UTF_8));
        }
        return labels;
    }

    /// {@return a name as a hosts file writes it; empty for the root}
    ///
    /// A dot inside a label gets a backslash, so that it is no name of the file's.
    static String text(Name name) {
        return labels(name).stream().map(label -> label.replace(".", "\\.")).collect(Collectors.joining("."));
    }

    /// {@return a name as it is compared}
    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// {@return a name from a hosts file, or nothing if it is none that the DNS can carry}
    static Optional<Name> of(String text) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (String part : text.split("\\.", -1)) {
            byte[] label = part.getBytes(UTF_8);
            if (label.length < 1 || label.length > MAX_LABEL) {
                return Optional.empty();
            }
            wire.write(label.length);
            wire.writeBytes(label);
        }
        wire.write(0);
        try {
            return Optional.of(new Name(wire.toByteArray()));
        } catch (IOException e) {
            // Longer than the 255 bytes of a name.
            return Optional.empty();
        }
    }
}
