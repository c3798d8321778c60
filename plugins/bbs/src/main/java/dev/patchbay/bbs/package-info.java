/// A bulletin board with direct messages, in the three versions that are in use, over one board and one set of mailboxes.
@NullMarked
package dev.patchbay.bbs;

import org.jspecify.annotations.NullMarked;
