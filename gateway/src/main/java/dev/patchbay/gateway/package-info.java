/// The host: starts a [Gateway], alone or in an [Embedding], loads a [PluginFolder], connects as a [Client], asks a running gateway through
/// [ControlClient]. These are its doors; the packages below are its rooms:
///
/// - `plugin`: jars to protocols, each in a class loader of its own, every failure a row with a reason
/// - `config`: `patchbay.toml`
/// - `listen`: listeners, limits, the lobby, a connection's way from accept to its log line
/// - `live`: what is served follows the plugin folder: generations come, drain and go
/// - `service`: what a plugin's service is given
/// - `transport`: what moves the bytes under a connection
/// - `journal`: journals and topics
/// - `control`: the socket through which a running gateway is asked
/// - `text`: text made safe, JSON and tables
@NullMarked
package dev.patchbay.gateway;

import org.jspecify.annotations.NullMarked;
