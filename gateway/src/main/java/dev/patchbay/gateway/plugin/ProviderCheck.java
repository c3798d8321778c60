package dev.patchbay.gateway.plugin;

import dev.patchbay.api.Protocol;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/// Creates the providers of one plugin, each on its own, so that a bad one leaves the others.
///
/// This is not left to [java.util.ServiceLoader], which throws some linkage errors as they are, without the provider's name,
/// and tells a class that is missing from one that fails by the text of a message only.
final class ProviderCheck {

    private final PluginClassLoader loader;

    ProviderCheck(PluginClassLoader loader) {
        this.loader = loader;
    }

    /// {@return the protocol of the provider with this class name}
    Check<Protocol> create(String name) {
        try (PluginScope _ = new PluginScope(loader)) {
            return load(name).then(ProviderCheck::instantiate);
        }
    }

    private Check<Class<? extends Protocol>> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return Protocol.class.isAssignableFrom(type)
                    ? Check.passed(type.asSubclass(Protocol.class))
                    : Check.failed(Reason.NOT_A_PROVIDER, name + " does not implement " + Protocol.class.getName());
        } catch (ClassNotFoundException e) {
            return e.getCause() instanceof IOException cause
                    ? Check.failed(Reason.CORRUPT_JAR, name + " cannot be read (" + Faults.describe(cause) + ")")
                    : Check.failed(Reason.PROVIDER_MISSING, "the class " + name + " is not in the jar");
        } catch (LinkageError | RuntimeException e) {
            return failed(name, e, Reason.NOT_LINKABLE, "cannot be loaded");
        }
    }

    private static Check<Protocol> instantiate(Class<? extends Protocol> type) {
        String name = type.getName();
        try {
            Constructor<? extends Protocol> constructor = type.getConstructor();
            return Check.passed(constructor.newInstance());
        } catch (InvocationTargetException e) {
            return failed(name, e.getCause() == null ? e : e.getCause(), Reason.CONSTRUCTOR_THREW, "cannot be created");
        } catch (ReflectiveOperationException e) {
            return Check.failed(
                    Reason.NOT_A_PROVIDER, name + " is abstract or not public, or has no public constructor without parameters");
        } catch (Throwable fault) {
            // What a static initialiser throws arrives here, an Error even without the wrapper that linking puts around the rest.
            return failed(name, fault, Reason.CONSTRUCTOR_THREW, "cannot be created");
        }
    }

    private static <T> Check<T> failed(String name, Throwable fault, Reason otherwise, String what) {
        Faults.passOnFatal(fault);
        return Check.failed(Faults.reason(fault, otherwise), name + " " + what + " (" + Faults.describe(fault) + ")");
    }
}
