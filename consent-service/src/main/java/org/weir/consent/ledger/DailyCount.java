package org.weir.consent.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;

/**
 * What became of one feed's records under one agreement on one day.
 *
 * @param agreement null where no agreement covered the feed
 * @param day when they were decided, in that zone
 * @param zone the agency's, or UTC where the feed was not known
 */
public record DailyCount(
        FeedId feed, AgreementId agreement, LocalDate day, ZoneId zone, long shared, long withheld, long quarantined) {

    /** What makes two counts the same line. */
    public record Line(FeedId feed, AgreementId agreement, LocalDate day, ZoneId zone) {}

    public static DailyCount of(LedgerEntry e, ZoneId zone) {
        return new DailyCount(
                e.feed(),
                e.agreement(),
                LocalDate.ofInstant(e.at(), zone),
                zone,
                e.shared(),
                e.accepted() - e.shared() - e.quarantined(),
                e.quarantined());
    }

    public Line line() {
        return new Line(feed, agreement, day, zone);
    }

    /** Both together; they are of the same line. */
    public DailyCount plus(DailyCount other) {
        return new DailyCount(
                feed,
                agreement,
                day,
                zone,
                shared + other.shared,
                withheld + other.withheld,
                quarantined + other.quarantined);
    }
}
