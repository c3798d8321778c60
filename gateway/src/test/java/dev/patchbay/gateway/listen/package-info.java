@NullMarked
package dev.patchbay.gateway.listen;

import org.jspecify.annotations.NullMarked;
