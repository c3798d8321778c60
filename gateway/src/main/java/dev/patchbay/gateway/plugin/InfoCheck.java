package dev.patchbay.gateway.plugin;

import dev.patchbay.api.Option;
import dev.patchbay.api.Protocol;
import dev.patchbay.api.ProtocolInfo;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Checks what protocols say of themselves, as far as [ProtocolInfo] does not do so by itself.
final class InfoCheck {

    /// The lobby is a protocol of the gateway's own.
    private static final Set<String> RESERVED_IDS = Set.of("lobby");

    private final Set<String> reservedOptions;

    /// @param reservedOptions the keys that every listener has, so that no protocol can declare them
    InfoCheck(Set<String> reservedOptions) {
        this.reservedOptions = Set.copyOf(reservedOptions);
    }

    /// {@return what the protocol says of itself, asked once and kept: later answers are not relied on}
    @SuppressWarnings("ConstantValue") // a plugin may return null whatever its signature says
    Check<ProtocolInfo> ask(Protocol protocol) {
        String name = protocol.getClass().getName();
        try (PluginScope _ = new PluginScope(protocol.getClass().getClassLoader())) {
            ProtocolInfo info = protocol.info();
            return info == null ? Check.failed(Reason.BAD_INFO, name + ".info() returns null") : check(info).then(this::checkOptions);
        } catch (Throwable fault) {
            Faults.passOnFatal(fault);
            return Check.failed(Faults.reason(fault, Reason.BAD_INFO), name + ".info() fails (" + Faults.describe(fault) + ")");
        }
    }

    private static Check<ProtocolInfo> check(ProtocolInfo info) {
        if (RESERVED_IDS.contains(info.id().toLowerCase(Locale.ROOT))) {
            return Check.failed(Reason.BAD_INFO, "the protocol id '" + info.id() + "' is reserved");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(info.banner())) {
            return Check.failed(Reason.BAD_INFO, "the banner of " + info + " is not text");
        }
        if (info.summary().lines().count() > 1) {
            return Check.failed(Reason.BAD_INFO, "the summary of " + info + " has more than one line");
        }
        return Check.passed(info);
    }

    private Check<ProtocolInfo> checkOptions(ProtocolInfo info) {
        return info.options().stream()
                .map(Option::name)
                .filter(reservedOptions::contains)
                .findFirst()
                .map(name -> Check.<ProtocolInfo>failed(
                        Reason.BAD_OPTIONS, info + " declares the option '" + name + "', which every listener has"))
                .orElseGet(() -> Check.passed(info));
    }
}
