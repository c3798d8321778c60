/// The OK protocol: whatever arrives, the answer is `OK`. The smallest plugin there is, and the one to copy.
@NullMarked
package dev.patchbay.ok;

import org.jspecify.annotations.NullMarked;
