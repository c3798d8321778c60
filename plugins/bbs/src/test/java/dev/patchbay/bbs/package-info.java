@NullMarked
package dev.patchbay.bbs;

import org.jspecify.annotations.NullMarked;
