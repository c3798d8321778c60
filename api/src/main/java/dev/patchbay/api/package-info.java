/// What a protocol plugin is made of: a [Protocol], its [ProtocolInfo], its [Service] for the server side, and what the
/// host gives it, [ServiceContext].
///
/// A plugin is a jar with one or more implementations of [Protocol], named in
/// `META-INF/services/dev.patchbay.api.Protocol`, and three lines in its manifest: `Plugin-Id`, `Plugin-Version` and
/// `Plugin-Api`, the [ApiLevel] it was compiled against. It compiles against this api alone, and at run time it sees
/// these packages, the JDK and its own jars, nothing else.
///
/// Nothing may be null here, as parameter or as result, unless it is marked.
@NullMarked
package dev.patchbay.api;

import org.jspecify.annotations.NullMarked;
