/// Text for terminals, logs and programs: remote text made safe, JSON, tables.
@NullMarked
package dev.patchbay.gateway.text;

import org.jspecify.annotations.NullMarked;
