package dev.patchbay.api;

import dev.patchbay.api.Stable.Implementer;
import dev.patchbay.api.client.ClientMode;
import dev.patchbay.api.load.Load;
import java.util.List;

/// One protocol: what it is called, how it is served, and how a person speaks it at the REPL. This is the one type that a
/// plugin must implement, and the one that the host looks for.
///
/// **Lifecycle.**
/// 1. The host finds the class through `META-INF/services/dev.patchbay.api.Protocol` and creates it with its public
///    constructor without parameters, once per generation of the plugin. The constructor does nothing else.
/// 2. [#info] is asked, at any time and often; it says the same each time.
/// 3. [#open] is called once for each listener that serves the protocol. A REPL never calls it.
/// 4. [#clientMode] is called in a REPL when a connection of this protocol is opened. A gateway never calls it.
/// 5. [#loads] is called by `patchbay bench`. A gateway never calls it.
///
/// **Threads.** Any of the host's; one call at a time for `open`.
///
/// **Errors.** Whatever is thrown is reported with the plugin's name and its jar, and disables this protocol only.
///
/// The smallest complete plugin:
///
/// ```java
/// public final class EchoProtocol implements Protocol {
///     @Override
///     public ProtocolInfo info() {
///         return ProtocolInfo.of("echo", "1.0").banner("Echo Server 1.0").port(10777).summary("says what you say");
///     }
///
///     @Override
///     public Service open(ServiceContext context) {
///         return StreamService.of(peer -> {
///             while (peer.frames().hasNext()) {
///                 peer.frames().send(peer.frames().receive());
///             }
///         });
///     }
/// }
/// ```
@Stable(since = "1.0", implementedBy = Implementer.PLUGIN)
public interface Protocol {

    /// {@return what the protocol is: id, version, banner, default port, options}
    ProtocolInfo info();

    /// Opens the server side for one listener.
    ///
    /// @param context what the host gives this service; everything obtained from it is closed with the service
    /// @return a [StreamService], a [DatagramService], a [HostedService], or a class that is several of these
    /// @throws Exception if the service cannot work as configured; the message tells the operator what to do
    Service open(ServiceContext context) throws Exception;

    /// {@return how a person speaks this protocol at the REPL; by default lines of text, sent and shown as they are}
    default ClientMode clientMode() {
        return ClientMode.rawLines();
    }

    /// {@return what can be measured of a server of this protocol, the most usual first; the same ones at every call}
    default List<Load> loads() {
        return List.of();
    }
}
