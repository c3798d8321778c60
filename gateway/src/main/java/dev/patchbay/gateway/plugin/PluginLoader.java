package dev.patchbay.gateway.plugin;

import dev.patchbay.api.ApiLevel;
import dev.patchbay.api.Protocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a plugin of a candidate, or finds out why not:
///
/// 1. the jars are copied, and from then on only the copies are touched ([CopyFolder])
/// 2. the manifest says what plugin it is, for which api ([PluginManifest])
/// 3. nobody has its id ([Claims])
/// 4. the class loader is made, and the providers' names are read ([ProviderNames])
/// 5. each provider is created, and asked what it is ([ProviderCheck], [InfoCheck])
///
/// Nothing is ever thrown because of a jar. For one thread at a time.
final class PluginLoader {

    private final CopyFolder copies;
    private final InfoCheck infos;
    private final Claims claims;

    PluginLoader(CopyFolder copies, InfoCheck infos, Claims claims) {
        this.copies = copies;
        this.infos = infos;
        this.claims = claims;
    }

    /// {@return the plugin, or why it is none}
    ///
    /// @param generation how many times a plugin was loaded from this candidate, this one included
    PluginEntry load(Candidate candidate, int generation) {
        Label label = Label.of(candidate);
        return switch (copies.copy(candidate)) {
            case Check.Failed<PrivateCopy>(Problem problem) -> Rejection.of(label, problem);
            case Check.Passed<PrivateCopy>(PrivateCopy copy) -> {
                PluginEntry entry = identify(label.with(copy), copy, generation);
                if (entry instanceof Rejection) {
                    CopyFolder.delete(copy.folder());
                }
                yield entry;
            }
        };
    }

    private PluginEntry identify(Label label, PrivateCopy copy, int generation) {
        return switch (PluginManifest.read(copy.jars())) {
            case Check.Failed<PluginManifest>(Problem problem) -> Rejection.of(label, problem);
            case Check.Passed<PluginManifest>(PluginManifest manifest) -> {
                Label identified = label.with(manifest);
                Optional<Problem> problem = manifest.problem(ApiLevel.CURRENT).or(() -> claims.pluginProblem(manifest.id()));
                yield problem.<PluginEntry>map(found -> Rejection.of(identified, found))
                        .orElseGet(() -> link(identified, copy, generation));
            }
        };
    }

    private PluginEntry link(Label label, PrivateCopy copy, int generation) {
        String name = label.id() + "@" + label.version() + "#" + generation;
        PluginClassLoader loader = new PluginClassLoader(name, copy.jars());
        PluginEntry entry = switch (ProviderNames.in(loader)) {
            case Check.Failed<List<String>>(Problem problem) -> Rejection.of(label, problem);
            case Check.Passed<List<String>>(List<String> names) -> provide(label, copy, loader, names);
        };
        if (entry instanceof Rejection) {
            close(loader);
        }
        return entry;
    }

    private PluginEntry provide(Label label, PrivateCopy copy, PluginClassLoader loader, List<String> names) {
        ProviderCheck creation = new ProviderCheck(loader);
        List<Check<Protocol>> protocols = names.stream().map(creation::create).toList();
        Runnable release = () -> {
            close(loader);
            CopyFolder.delete(copy.folder());
        };
        return assemble(label, loader, protocols, BundledApi.warning(copy.jars()), release);
    }

    /// {@return a plugin of protocols that are on the class path already, which has neither jar nor manifest}
    PluginEntry adopt(Label label, ClassLoader loader, List<Protocol> protocols) {
        return assemble(label, loader, protocols.stream().map(Check::passed).toList(), Optional.empty(), () -> {});
    }

    private PluginEntry assemble(
            Label label, ClassLoader loader, List<Check<Protocol>> protocols, Optional<Problem> warning, Runnable release) {
        List<Provider> providers = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (Check<Protocol> created : protocols) {
            switch (created.then(protocol -> infos.ask(protocol).then(info -> Check.passed(new Provider(protocol, info))))) {
                case Check.Failed<Provider>(Problem problem) -> flaws.add(Flaw.of(problem));
                case Check.Passed<Provider>(Provider provider) -> claim(provider.info().id(), label)
                        .ifPresentOrElse(flaws::add, () -> providers.add(provider));
            }
        }
        if (providers.isEmpty()) {
            return new Rejection(label, List.copyOf(flaws));
        }
        claims.plugin(label);
        return new Plugin(label, loader, providers, flaws, warning, release);
    }

    /// Claims a protocol's id, unless somebody has it.
    private Optional<Flaw> claim(String id, Label label) {
        Optional<Flaw> taken = claims.protocolProblem(id).map(problem -> new Flaw(id, problem));
        if (taken.isEmpty()) {
            claims.protocol(id, label);
        }
        return taken;
    }

    private static void close(PluginClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            // Its jars are private copies: what stays open keeps nobody from anything.
        }
    }
}
