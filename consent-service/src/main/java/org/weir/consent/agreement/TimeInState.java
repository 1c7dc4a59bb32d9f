package org.weir.consent.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.agreement.AgreementState;

/**
 * How long a version stood in a state.
 *
 * @param to until when; null where it still does
 * @param seconds how long so far
 */
public record TimeInState(int version, AgreementState state, Instant from, Instant to, long seconds) {
    /** Every stay of every version, oldest version first. */
    public static List<TimeInState> of(Agreement agreement, Instant now) {
        List<TimeInState> all = new ArrayList<>();
        for (Version version : agreement.versions()) {
            for (int n = 0; n < version.stays().size(); n++) {
                Version.Stay stay = version.stays().get(n);
                Instant to = n + 1 < version.stays().size()
                        ? version.stays().get(n + 1).from()
                        : null;
                long seconds =
                        Duration.between(stay.from(), to == null ? now : to).toSeconds();
                all.add(new TimeInState(
                        version.document().version(), stay.state(), stay.from(), to, Math.max(0, seconds)));
            }
        }
        return List.copyOf(all);
    }
}
