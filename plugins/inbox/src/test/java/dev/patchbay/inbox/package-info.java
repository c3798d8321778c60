@NullMarked
package dev.patchbay.inbox;

import org.jspecify.annotations.NullMarked;
