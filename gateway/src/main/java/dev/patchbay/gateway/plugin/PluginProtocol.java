package dev.patchbay.gateway.plugin;

import dev.patchbay.api.DatagramService;
import dev.patchbay.api.HostedService;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.ServiceContext;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A protocol of a plugin, as the host holds it: its info is known and checked, and the plugin's code is entered with the
/// plugin's context class loader. Safe for all threads.
public final class PluginProtocol implements Protocol {

    private final Plugin plugin;
    private final Protocol provider;
    private final ProtocolInfo info;
    private final AtomicReference<Optional<Problem>> problem = new AtomicReference<>(Optional.empty());

    PluginProtocol(Plugin plugin, Provider provider) {
        this.plugin = plugin;
        this.provider = provider.protocol();
        this.info = provider.info();
    }

    /// {@return the plugin it belongs to}
    public Plugin plugin() {
        return plugin;
    }

    /// {@return what it said of itself when it was loaded}
    @Override
    public ProtocolInfo info() {
        return info;
    }

    @Override
    public Service open(ServiceContext context) throws Exception {
        try (PluginScope _ = plugin.enter()) {
            return provider.open(context);
        }
    }

    /// Opens the server side; a failure to do so shows in the plugins table, as [Reason#OPEN_THREW].
    ///
    /// @return the service, or nothing if it did not open; then [#problem] says why
    @SuppressWarnings("ConstantValue") // a plugin may return null whatever its signature says
    public Optional<Service> tryOpen(ServiceContext context) {
        try {
            Service service = open(context);
            if (service instanceof StreamService || service instanceof DatagramService || service instanceof HostedService) {
                return Optional.of(service);
            }
            reject(Reason.OPEN_THREW, info + " opened " + (service == null ? "null" : service.getClass().getName())
                    + ", which is no StreamService, DatagramService or HostedService");
        } catch (Throwable fault) {
            Faults.passOnFatal(fault);
            reject(Faults.reason(fault, Reason.OPEN_THREW), info + " did not open (" + Faults.describe(fault) + ")");
        }
        return Optional.empty();
    }

    @Override
    public ClientMode clientMode() {
        try (PluginScope _ = plugin.enter()) {
            return provider.clientMode();
        }
    }

    @Override
    public List<Load> loads() {
        try (PluginScope _ = plugin.enter()) {
            return provider.loads();
        }
    }

    /// Marks the protocol as not usable, which the plugins table shows. The first reason stays.
    public void reject(Reason reason, String message) {
        problem.compareAndSet(Optional.empty(), Optional.of(new Problem(reason, message)));
    }

    /// {@return why it is not usable, if it was rejected}
    public Optional<Problem> problem() {
        return problem.get();
    }

    @Override
    public String toString() {
        return info + " of " + plugin;
    }
}
