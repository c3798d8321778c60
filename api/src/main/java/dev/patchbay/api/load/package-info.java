/// What of a protocol can be measured: a [Load][dev.patchbay.api.load.Load] is one kind of request that `patchbay bench` makes again and
/// again on many connections, by an [Exchange][dev.patchbay.api.load.Exchange] on each, checking every reply.
@NullMarked
package dev.patchbay.api.load;

import org.jspecify.annotations.NullMarked;
