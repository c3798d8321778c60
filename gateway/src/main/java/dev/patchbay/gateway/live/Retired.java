package dev.patchbay.gateway.live;

import dev.patchbay.gateway.plugin.Label;
import dev.patchbay.gateway.plugin.Problem;
import java.util.Optional;

/// A generation that is not served any more, as it is at one moment.
///
/// @param label   what is known of it
/// @param state   `draining` while connections end; `lingering` if something of it does not end; `closed` while the collector has
///                not come by
/// @param leases  how many connections it still serves
/// @param problem what does not end
public record Retired(Label label, String state, int leases, Optional<Problem> problem) {

    static Retired of(Retirement retirement) {
        return new Retired(retirement.label(), retirement.state(), retirement.leases(), retirement.problem());
    }
}
