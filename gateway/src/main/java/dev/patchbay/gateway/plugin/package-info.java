/// From jars to protocols: private copies, checks in sequence, a class loader for each plugin.
@NullMarked
package dev.patchbay.gateway.plugin;

import org.jspecify.annotations.NullMarked;
