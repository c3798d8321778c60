package dev.patchbay.gateway;

import java.util.List;

/// One line of the plugins table: a plugin that was loaded, or was until now, or a jar that was not, with the reason.
///
/// @param id        the plugin's id; where the manifest names none, empty
/// @param version   the plugin's version, or empty
/// @param api       the api level it was compiled against, or empty
/// @param jar       the file or folder, by its name in the plugin folder
/// @param checksum  the first 12 digits of its SHA-256, or empty
/// @param state     `loaded`, or `rejected`; `draining` while a version that was replaced or removed still serves, `lingering` if
///                  something of it does not end, `closed` while the garbage collector has not come by
/// @param sessions  how many connections it serves now, and datagrams
/// @param protocols the ids of its protocols
/// @param reason    why it was rejected or what to be warned of, such as `CORRUPT_JAR`; empty if there is nothing to say
/// @param message   what happened, in one line, or empty
/// @param hint      what to do about it, in one line, or empty
public record PluginRow(
        String id,
        String version,
        String api,
        String jar,
        String checksum,
        String state,
        int sessions,
        List<String> protocols,
        String reason,
        String message,
        String hint) {}
