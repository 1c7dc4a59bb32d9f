package org.weir.dashboard.standing;

import java.time.Instant;
import java.time.ZoneId;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.id.FeedId;

/**
 * How this recipient stands with one feed.
 *
 * @param feed the feed
 * @param title its name for people
 * @param agencyName who owns it
 * @param timezone in which its service days are counted
 * @param recorded whether it replays the past
 * @param agreement the agreement under which it comes, or came; null where there is none
 * @param flow whether records come
 * @param lastSharedAt when the last record came: its event time, or for a recorded feed when it arrived; null if never
 */
public record Standing(
        FeedId feed,
        String title,
        String agencyName,
        ZoneId timezone,
        boolean recorded,
        AgreementNotice agreement,
        Flow flow,
        Instant lastSharedAt) {

    /** Whether the agreement lets records flow now. */
    public boolean inForce() {
        return flow == Flow.FLOWING || flow == Flow.QUIET;
    }

    /** The same without what changes with every record: to see whether the rest changed. */
    public Standing withoutLastShared() {
        return new Standing(feed, title, agencyName, timezone, recorded, agreement, flow, null);
    }
}
