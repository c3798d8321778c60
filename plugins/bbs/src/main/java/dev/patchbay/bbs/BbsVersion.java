package dev.patchbay.bbs;

/// The versions of the protocol, and how their wires differ.
enum BbsVersion {
    V1_0,
    V1_1,
    V1_2;

    /// What a client wants with a message that is not part of another.
    enum Meaning {
        QUIT,
        LIST,
        DIRECT,
        LIST_DIRECT,
        POST
    }

    /// {@return whether a client's first message is its user name, so that direct messages can be sent}
    boolean hasUsers() {
        return this != V1_0;
    }

    /// {@return whether a client can read the direct messages it got}
    boolean listsDirect() {
        return this == V1_2;
    }

    Meaning meaning(String message) {
        return switch (message) {
            case "quit" -> Meaning.QUIT;
            case "list" -> Meaning.LIST;
            case "dm" -> hasUsers() ? Meaning.DIRECT : Meaning.POST;
            case "listdm", "listdms" -> listsDirect() ? Meaning.LIST_DIRECT : Meaning.POST;
            default -> Meaning.POST;
        };
    }
}
