/// What moves the bytes: [SocketTransport][dev.patchbay.gateway.transport.SocketTransport], the engine of blocking channels on
/// virtual threads.
///
/// # Invariants
///
/// 1. The input and the output buffer belong to the *handler* (see [dev.patchbay.api.wire.Transport]). No other thread reads or
///    writes them, not even to close.
/// 2. Bytes reach the socket only under the lock of [Outlet], and always to the end of a message. So whatever is published by
///    others and whatever the handler flushes interleave between messages.
/// 3. A publisher never holds that lock while it waits for a peer: it puts its message into the backlog and goes on; a
///    virtual thread that exists only while there is a backlog does the waiting.
/// 4. A connection ends once. The first who ends it decides the reason; everybody who waits or comes later gets that one.
/// 5. Nobody waits without a limit where a limit is set: waits note their deadline, and [Deadlines] ends the connections that are
///    past theirs.
/// 6. A peer that sends too fast is held back by making its handler wait ([Pace]), which holds up nobody else and is not counted
///    against it. What all backlogs take together is limited ([BacklogBudget]): those with the largest are ended.
///
/// An engine with a selector loop can take the place of this one without a change above the package.
@NullMarked
package dev.patchbay.gateway.transport;

import org.jspecify.annotations.NullMarked;
