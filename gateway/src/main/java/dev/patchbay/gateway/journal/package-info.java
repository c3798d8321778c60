/// Journals and topics, and the store behind them.
@NullMarked
package dev.patchbay.gateway.journal;

import org.jspecify.annotations.NullMarked;
