package dev.patchbay.gateway;

import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import java.util.function.Function;

/// A protocol put together in a test.
record TestProtocol(ProtocolInfo info, Function<ServiceContext, Service> opening) implements Protocol {

    @Override
    public Service open(ServiceContext context) {
        return opening.apply(context);
    }
}
