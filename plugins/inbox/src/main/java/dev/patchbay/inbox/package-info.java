/// An inbox: what is sent to it is shown in the log and kept. Twice: for messages in frames, and for plain text.
@NullMarked
package dev.patchbay.inbox;

import org.jspecify.annotations.NullMarked;
