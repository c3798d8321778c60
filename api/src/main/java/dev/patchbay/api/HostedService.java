package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;
import java.net.InetSocketAddress;

/// A protocol that brings its own server, such as an HTTP server of the JDK. The gateway tells it where to listen, when to
/// start and when to stop; the gateway's limits, its log of connections and the lobby do not reach it, which the plugin's
/// README should say.
///
/// ```java
/// final class WebService implements HostedService {
///     private final HttpServer server;
///
///     WebService(Path folder) throws IOException {
///         server = HttpServer.create();
///         server.createContext("/", SimpleFileServer.createFileHandler(folder));
///     }
///
///     public InetSocketAddress start(InetSocketAddress address) throws IOException {
///         server.bind(address, 0);
///         server.start();
///         return server.getAddress();
///     }
///
///     public void stop() {
///         server.stop(1);
///     }
/// }
/// ```
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
public interface HostedService extends Service {

    /// Starts to listen. Called once.
    ///
    /// @param address where to listen; port 0 means any free one
    /// @return the address it listens on now
    /// @throws Exception if it cannot; a [java.net.BindException] is reported as a port in use
    InetSocketAddress start(InetSocketAddress address) throws Exception;

    /// Stops to listen and ends what runs, within a few seconds. Called once, and only after a start that succeeded.
    ///
    /// @throws Exception which is reported and changes nothing
    void stop() throws Exception;
}
