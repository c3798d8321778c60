package dev.patchbay.dns;

import java.util.List;
import java.util.Optional;

/// One line of a file in hosts(5) format: an address, at least one name for it, and perhaps a comment after `#`.
record HostsLine(Address address, List<String> names) {

    /// As in the DNS; it also keeps every answer far below what one message can hold.
    private static final int MAX_NAME_LENGTH = 253;

    /// {@return what a line says, or nothing if it is blank or a comment}
    ///
    /// @throws IllegalArgumentException if it says something else
    static Optional<HostsLine> parse(String line) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = List.of(text.split("\\s+"));
        List<String> names = words.subList(1, words.size());
        Address address = Address.of(words.getFirst())
                .orElseThrow(() -> new IllegalArgumentException("'" + shorten(words.getFirst()) + "' is not an IP address"));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no name follows the address " + address.text());
        }
        if (names.stream().anyMatch(name -> name.length() > MAX_NAME_LENGTH)) {
            throw new IllegalArgumentException("a name has more than " + MAX_NAME_LENGTH + " characters");
        }
        return Optional.of(new HostsLine(address, names));
    }

    private static String shorten(String word) {
        return word.length() <= 60 ? word : word.substring(0, 60) + "...";
    }
}
