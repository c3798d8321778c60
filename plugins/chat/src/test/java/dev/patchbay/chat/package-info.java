@NullMarked
package dev.patchbay.chat;

import org.jspecify.annotations.NullMarked;
