/// What travels over a connection: [Connection] with its codecs, [Message] for many receivers, datagrams, and
/// [Transport], the seam below all of them.
///
/// A plugin receives a [Connection], asks it for a codec, and reads and writes whole messages in plain blocking code:
///
/// ```java
/// Frames frames = peer.frames();
/// while (frames.hasNext()) {
///     frames.send("you said " + frames.receive());
/// }
/// ```
@NullMarked
package dev.patchbay.api.wire;

import org.jspecify.annotations.NullMarked;
