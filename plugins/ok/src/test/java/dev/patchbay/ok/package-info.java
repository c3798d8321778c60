@NullMarked
package dev.patchbay.ok;

import org.jspecify.annotations.NullMarked;
