@NullMarked
package dev.patchbay.guess;

import org.jspecify.annotations.NullMarked;
