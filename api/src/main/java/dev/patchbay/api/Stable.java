package dev.patchbay.api;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/// Says what a plugin's author may rely on. Every public type of the api carries it: there is no other kind of public type.
///
/// A plugin that was compiled against some [level][ApiLevel] of this api runs on every later one of the same major level:
/// nothing that is public is removed or changed. What may be added depends on who implements the type:
///
/// | implemented by | what later minor levels may add |
/// |---|---|
/// | [plugins][Implementer#PLUGIN] | methods with a default |
/// | [hosts][Implementer#HOST] | methods: implement it in tests only, where the compiler will tell you |
/// | [nobody][Implementer#NOBODY] | methods, and constants of an enum: give a `switch` over one a `default` |
@Documented
@Retention(RUNTIME)
@Target(TYPE)
@Stable(since = "1.0")
public @interface Stable {

    /// {@return the level of the api that had the type first, such as `1.0`}
    String since();

    /// {@return who implements the type}
    Implementer implementedBy() default Implementer.NOBODY;

    /// Who implements a type.
    @Stable(since = "1.0")
    enum Implementer {
        /// Plugins do; a host calls it.
        PLUGIN,
        /// Gateways, REPLs and test kits do; a plugin calls it.
        HOST,
        /// It is final.
        NOBODY
    }
}
