package dev.patchbay.gateway.listen;

import dev.patchbay.api.ProtocolInfo;
import dev.patchbay.api.Service;
import dev.patchbay.api.StreamService;
import dev.patchbay.api.journal.JournalException;
import dev.patchbay.api.wire.Connection;
import dev.patchbay.api.wire.ConnectionException;
import dev.patchbay.api.wire.ConnectionException.Reason;
import dev.patchbay.gateway.plugin.Errand;
import dev.patchbay.gateway.plugin.Faults;
import dev.patchbay.gateway.plugin.PluginProtocol;
import dev.patchbay.gateway.plugin.PluginScope;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A protocol being served: an open service, with what the host needs to call it safely. This is the boundary to the plugin:
/// inside it the thread's context class loader is the plugin's, and no exception of the plugin's gets out of it.
public final class Endpoint {

    private static final Logger LOG = System.getLogger("patchbay.plugins");

    /// How long the end of a service may take.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// The sign that no lease is given any more; the other bits count the leases.
    private static final int RETIRED = Integer.MIN_VALUE;

    private final ProtocolInfo info;
    private final String plugin;
    private final Supplier<PluginScope> scope;
    private final Service service;
    private final AtomicInteger leases = new AtomicInteger();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();

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

    /// {@return how many connections it serves now, and datagrams}
    public int leases() {
        return leases.get() & ~RETIRED;
    }

    /// {@return the open service}
    public Service service() {
        return service;
    }

    /// {@return whether connections can be served, as opposed to datagrams only}
    public boolean isStream() {
        return service instanceof StreamService;
    }

    /// Takes a lease, unless it is retired; to be followed by [#release].
    boolean acquire() {
        int now = leases.get();
        while ((now & RETIRED) == 0) {
            if (leases.compareAndSet(now, now + 1)) {
                return true;
            }
            now = leases.get();
        }
        return false;
    }

    void release() {
        if (leases.decrementAndGet() == RETIRED) {
            idle.complete(null);
        }
    }

    /// Gives no lease any more. Calling it again does nothing.
    public void retire() {
        if (leases.getAndUpdate(now -> now | RETIRED) == 0) {
            idle.complete(null);
        }
    }

    /// {@return what is complete when it is retired and has no lease left}
    public CompletableFuture<Void> idle() {
        return idle.copy();
    }

    /// Serves one connection, which has entered, to its end.
    ///
    /// @throws ConnectionException if the connection ended other than by the handler's return
    /// @throws PluginFault         if the plugin failed
    void serve(Connection peer) throws PluginFault {
        call(() -> ((StreamService) service).serve(peer));
    }

    /// Closes the service. What it throws is logged; if it does not return in time, that is logged and nobody waits for it.
    public void close() {
        visit("close", service::close);
    }

    /// Makes a call into the plugin that is not for any peer, in a thread of its own that may be left behind.
    void visit(String what, Call call) {
        String name = what + " of " + info.id();
        Errand.run("patchbay-" + what + "-" + info.id(), PATIENCE, () -> attempt(call), _ -> {})
                .ifPresentOrElse(
                        problem -> problem.ifPresent(message -> LOG.log(Level.WARNING, name + ": " + message)),
                        () -> LOG.log(Level.WARNING, plugin + ": " + name + " has not returned within " + PATIENCE.toSeconds() + " s"));
    }

    private Optional<String> attempt(Call call) {
        try {
            call(call);
            return Optional.empty();
        } catch (PluginFault | ConnectionException e) {
            return Optional.of(String.valueOf(e.getMessage()));
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
