@NullMarked
package dev.patchbay.calc;

import org.jspecify.annotations.NullMarked;
