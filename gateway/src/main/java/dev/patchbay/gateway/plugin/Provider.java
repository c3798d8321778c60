package dev.patchbay.gateway.plugin;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;

/// A protocol that a plugin provides, and what it said of itself.
record Provider(Protocol protocol, ProtocolInfo info) {}
