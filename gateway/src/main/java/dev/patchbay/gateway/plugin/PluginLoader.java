package dev.patchbay.gateway.plugin;

import dev.patchbay.api.ApiLevel;
import dev.patchbay.api.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a plugin of a candidate, or finds out why not. First it is identified, without a line of its code:
///
/// 1. the jars are copied, and from then on only the copies are touched ([CopyFolder])
/// 2. the manifest says what plugin it is, for which api ([PluginManifest])
///
/// Then it is linked, on a thread of its own and within a limited time:
///
/// 3. the class loader is made, and the providers' names are read ([ProviderNames])
/// 4. each provider is created, and asked what it is ([ProviderCheck], [InfoCheck])
///
/// Nothing is ever thrown because of a jar. Several threads may identify at once, and one link.
final class PluginLoader {

    private final CopyFolder copies;
    private final InfoCheck infos;
    private final Duration patience;

    /// @param patience how long a plugin may take to be linked
    PluginLoader(CopyFolder copies, InfoCheck infos, Duration patience) {
        this.copies = copies;
        this.infos = infos;
        this.patience = patience;
    }

    /// {@return what plugin it is, or why it is none}
    Finding identify(Candidate candidate) {
        Label label = Label.of(candidate);
        return switch (copies.copy(candidate)) {
            case Check.Failed<PrivateCopy>(Problem problem) -> Rejection.of(label, problem);
            case Check.Passed<PrivateCopy>(PrivateCopy copy) -> {
                Finding finding = identify(candidate, label.with(copy), copy);
                if (finding instanceof Rejection) {
                    CopyFolder.delete(copy.folder());
                }
                yield finding;
            }
        };
    }

    private static Finding identify(Candidate candidate, Label label, PrivateCopy copy) {
        return switch (PluginManifest.read(copy.jars())) {
            case Check.Failed<PluginManifest>(Problem problem) -> Rejection.of(label, problem);
            case Check.Passed<PluginManifest>(PluginManifest manifest) -> {
                Label identified = label.with(manifest);
                yield manifest.problem(ApiLevel.CURRENT)
                        .<Finding>map(problem -> Rejection.of(identified, problem))
                        .orElseGet(() -> new Identified(candidate, identified, copy));
            }
        };
    }

    /// {@return the plugin, or why it is none; then its copy is deleted}
    ///
    /// @param generation how many times a plugin of this id was linked, this time included
    /// @param claims     which protocols others have
    PluginEntry link(Identified identified, int generation, Claims claims) {
        Label label = identified.label();
        return Errand.run(
                        "patchbay-load-" + label.id(), patience, () -> make(identified, generation, claims), PluginLoader::release)
                .orElseGet(() -> Rejection.of(label, new Problem(
                        Reason.TOOK_TOO_LONG, "it has not been created within " + patience.toSeconds() + " s")));
    }

    private PluginEntry make(Identified identified, int generation, Claims claims) {
        Label label = identified.label();
        PluginClassLoader loader = new PluginClassLoader(label.id() + "@" + label.version() + "#" + generation, identified.copy().jars());
        PluginEntry entry = switch (ProviderNames.in(loader)) {
            case Check.Failed<List<String>>(Problem problem) -> Rejection.of(label, problem);
            case Check.Passed<List<String>>(List<String> names) -> provide(identified, loader, names, claims);
        };
        if (entry instanceof Rejection) {
            identified.copy().release(loader);
        }
        return entry;
    }

    private PluginEntry provide(Identified identified, PluginClassLoader loader, List<String> names, Claims claims) {
        ProviderCheck creation = new ProviderCheck(loader);
        List<Check<Protocol>> protocols = names.stream().map(creation::create).toList();
        Optional<Problem> warning = BundledApi.warning(identified.copy().jars());
        return assemble(identified.label(), loader, protocols, claims, warning, Optional.of(identified.copy()));
    }

    /// {@return a plugin of protocols that are on the class path already, which has neither jar nor manifest}
    PluginEntry adopt(Label label, ClassLoader loader, List<Protocol> protocols) {
        return assemble(label, loader, protocols.stream().map(Check::passed).toList(), new Claims(List.of()), Optional.empty(), Optional.empty());
    }

    private PluginEntry assemble(
            Label label,
            ClassLoader loader,
            List<Check<Protocol>> protocols,
            Claims claims,
            Optional<Problem> warning,
            Optional<PrivateCopy> copy) {
        List<Provider> providers = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (Check<Protocol> created : protocols) {
            switch (created.then(protocol -> infos.ask(protocol).then(info -> Check.passed(new Provider(protocol, info))))) {
                case Check.Failed<Provider>(Problem problem) -> flaws.add(Flaw.of(problem));
                case Check.Passed<Provider>(Provider provider) -> claims.claim(provider.info().id(), label)
                        .ifPresentOrElse(flaws::add, () -> providers.add(provider));
            }
        }
        return providers.isEmpty()
                ? new Rejection(label, List.copyOf(flaws))
                : new Plugin(label, loader, providers, flaws, warning, copy);
    }

    private static void release(PluginEntry late) {
        if (late instanceof Plugin plugin) {
            plugin.close();
        }
    }
}
