@NullMarked
package dev.patchbay.dns;

import org.jspecify.annotations.NullMarked;
