@NullMarked
package dev.patchbay.udpbroadcast;

import org.jspecify.annotations.NullMarked;
