package dev.patchbay.chat;

import java.net.InetAddress;

/// Finds the name of an address; may take its time.
@FunctionalInterface
interface Resolver {

    /// What the operating system knows. It believes a name only if that leads back to the address.
    Resolver SYSTEM = address -> {
        // Made anew, since an address remembers a name that it once had.
        return InetAddress.getByAddress(address.getAddress()).getCanonicalHostName();
    };

    /// {@return its name, or the address as text if it has none}
    String name(InetAddress address) throws Exception;
}
