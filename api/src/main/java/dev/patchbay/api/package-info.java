/// What a protocol plugin is made of: a [Protocol], its [ProtocolInfo], its [Service] for the server side, and what the
/// host gives it, [ServiceContext].
///
/// A plugin is a jar with one or more implementations of [Protocol], named in
/// `META-INF/services/dev.patchbay.api.Protocol`, and three lines in its manifest: `Plugin-Id`, `Plugin-Version` and
/// `Plugin-Api`, the [ApiLevel] it was compiled against. It compiles against this api alone, and at run time it sees
/// these packages, the JDK and its own jars, nothing else.
///
/// **The promise.** A jar compiled against level 1.0 runs, as it is, on every gateway of level 1.x, and its source compiles against
/// every api of level 1.x:
///
/// 1. No public type, method, field or constant is removed, and none changes its type, its exceptions or its nullness.
/// 2. A type that plugins implement gets new methods with a default only.
/// 3. A type that hosts implement may get any method. Implement it in tests only.
/// 4. What the javadoc promises of threads, order, limits and errors stays true.
///
/// [Stable] tells for each type since when it is there and who implements it. What is added raises the second number of the
/// level; a gateway refuses a plugin of a higher level than its own before it loads a class of it. The first number is raised only
/// when the promise cannot be kept. Not promised: texts of messages, and what `toString` returns, unless its javadoc says so.
///
/// Nothing may be null here, as parameter or as result, unless it is marked.
@NullMarked
package dev.patchbay.api;

import org.jspecify.annotations.NullMarked;
