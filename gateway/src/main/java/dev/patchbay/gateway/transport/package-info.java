/// What moves the bytes: [SocketTransport][dev.patchbay.gateway.transport.SocketTransport] over sockets that do not block, whose
/// waiting is done by an [EventLoop][dev.patchbay.gateway.transport.EventLoop].
///
/// A handler is plain blocking code on a virtual thread. When it finds no input, it sends its replies, gives its buffers back and parks;
/// the loop learns from the system that there is input and unparks it. Where the JDK lets it, the loop is also what runs the virtual
/// threads of its connections ([CarriedThreads][dev.patchbay.gateway.transport.CarriedThreads]), so that no other thread has to be
/// woken for a request; elsewhere the same code runs on the system's scheduler, at a higher price.
///
/// # Invariants
///
/// 1. The input and the output buffer belong to the *handler* (see [dev.patchbay.api.wire.Transport]). No other thread reads or
///    writes them, not even to close. While the handler waits for input it holds none of the pool's.
/// 2. Bytes reach the socket only through [Outlet], and always to the end of a message. So whatever is published by others and
///    whatever the handler flushes interleave between messages.
/// 3. Nobody who publishes waits: what a socket does not take at once goes into the backlog, and the loop writes it when the socket takes
///    more.
/// 4. A connection ends once. The first who ends it decides the reason; everybody who waits or comes later gets that one.
/// 5. Nobody waits without a limit where a limit is set: waits note their deadline, and [Deadlines] ends the connections that are
///    past theirs. Only those that have one are looked at.
/// 6. A peer that sends too fast is held back by making its handler wait ([Pace]), which holds up nobody else and is not counted
///    against it. What all backlogs take together is limited ([BacklogBudget]): those with the largest are ended.
/// 7. The loop's thread runs no code of plugins but as a task; a task that keeps it for milliseconds keeps that thread, and the loop
///    goes on with another ([Watchdog]).
@NullMarked
package dev.patchbay.gateway.transport;

import org.jspecify.annotations.NullMarked;
