package dev.patchbay.cli.bench;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.client.Item;
import dev.patchbay.api.load.Load;
import dev.patchbay.cli.shell.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What can be measured at all.
public final class Listing {

    private Listing() {}

    /// {@return a row for each load of each protocol, and one for each that every server has}
    public static List<Item> of(List<Protocol> protocols) {
        List<Item> rows = new ArrayList<>();
        for (Protocol protocol : protocols.stream().sorted(Comparator.comparing(each -> each.info().id())).toList()) {
            Subject.of(protocol).stream()
                    .filter(subject -> !Subject.COMMON.contains(subject))
                    .forEach(subject -> rows.add(row(protocol.info().id(), subject)));
        }
        Subject.COMMON.forEach(subject -> rows.add(row("(any)", subject)));
        return rows;
    }

    private static Item row(String protocol, Subject subject) {
        return Item.of("load")
                .with("protocol", protocol)
                .with("load", subject.name())
                .with("size", subject.size().map(Load.Size::usual).map(usual -> Figures.size(usual)).orElse(""))
                .with("summary", subject.summary());
    }
}
