package dev.patchbay.gateway.listen;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.gateway.plugin.Faults;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.PluginScope;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// A protocol being served: an open service, with what the host needs to call it safely. This is the boundary to the plugin:
/// inside it the thread's context class loader is the plugin's, and no exception of the plugin's gets out of it.
public final class Endpoint {

    private static final Logger LOG = System.getLogger("patchbay.plugins");

    /// How long the end of a service may take.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProtocolInfo info;
    private final String plugin;
    private final Supplier<PluginScope> scope;
    private final Service service;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicLong served = new AtomicLong();

    /// @param plugin how to name the plugin in logs, with version and jar
    /// @param scope  enters the plugin's code
    private Endpoint(ProtocolInfo info, String plugin, Supplier<PluginScope> scope, Service service) {
        this.info = info;
        this.plugin = plugin;
        this.scope = scope;
        this.service = service;
    }

    /// {@return an endpoint of a plugin's protocol}
    public static Endpoint of(PluginProtocol protocol, Service service) {
        return new Endpoint(protocol.info(), protocol.plugin().toString(), protocol.plugin()::enter, service);
    }

    /// {@return an endpoint of the gateway's own}
    public static Endpoint own(ProtocolInfo info, Service service) {
        return new Endpoint(info, "the gateway", () -> new PluginScope(Endpoint.class.getClassLoader()), service);
    }

    /// {@return what the protocol is}
    public ProtocolInfo info() {
        return info;
    }

    /// {@return how many connections it serves now}
    public int sessions() {
        return sessions.get();
    }

    /// {@return how many connections it has begun to serve}
    public long served() {
        return served.get();
    }

    /// {@return the open service}
    public Service service() {
        return service;
    }

    /// {@return whether connections can be served, as opposed to datagrams only}
    public boolean isStream() {
        return service instanceof StreamService;
    }

    /// Makes room for one connection more, unless it serves as many as it may; to be followed by [#leave].
    boolean enter(int most) {
        if (sessions.incrementAndGet() > most) {
            sessions.decrementAndGet();
            return false;
        }
        return true;
    }

    /// Takes back the room of a connection that has ended.
    void leave() {
        sessions.decrementAndGet();
    }

    /// Serves one connection, which has entered, to its end.
    ///
    /// @throws ConnectionException if the connection ended other than by the handler's return
    /// @throws PluginFault         if the plugin failed
    void serve(Connection peer) throws PluginFault {
        served.incrementAndGet();
        call(() -> ((StreamService) service).serve(peer));
    }

    /// Closes the service. What it throws is logged; if it does not return in time, that is logged and nobody waits for it.
    public void close() {
        end("close", service::close);
    }

    /// Makes a last call into the plugin, in a thread of its own that may be left behind.
    void end(String what, Call call) {
        Thread thread = Thread.ofVirtual().name("patchbay-" + what + "-" + info.id()).start(() -> {
            try {
                call(call);
            } catch (PluginFault | ConnectionException e) {
                LOG.log(Level.WARNING, e.getMessage());
            }
        });
        try {
            if (!thread.join(PATIENCE)) {
                LOG.log(Level.WARNING, plugin + ": " + what + " of " + info.id() + " has not returned within " + PATIENCE.toSeconds() + " s");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A call into the plugin.
    @FunctionalInterface
    interface Call {
        void run() throws Exception;
    }

    /// Makes a call into the plugin.
    void call(Call call) throws PluginFault {
        try (PluginScope _ = scope.get()) {
            call.run();
        } catch (ConnectionException | PluginFault e) {
            throw e;
        } catch (InterruptedException e) {
            throw new ConnectionException(Reason.CLOSED_HERE, "interrupted");
        } catch (JournalException e) {
            // Passed on by the plugin, but not its fault: the store's.
            throw new ConnectionException(Reason.CLOSED_HERE, "the journal failed: " + e.getMessage());
        } catch (Throwable e) {
            Faults.passOnFatal(e);
            throw new PluginFault(plugin, e);
        }
    }
}
