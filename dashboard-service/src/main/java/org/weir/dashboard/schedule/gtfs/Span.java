package org.weir.dashboard.schedule.gtfs;

import java.time.LocalDate;
import java.util.Optional;
import org.onebusaway.gtfs.model.FeedInfo;

/**
 * The service dates that an archive is made for: as it says itself (feed_info), else from the first that anything runs on to
 * the last.
 *
 * @param from null where no service runs
 * @param contradicts whether what it says ends before it begins, and is not believed
 */
record Span(LocalDate from, LocalDate to, boolean contradicts) {
    static Span of(Collector collected) {
        LocalDate from = collected.days.from();
        LocalDate to = collected.days.to();
        for (FeedInfo info : collected.getAllFeedInfos()) {
            LocalDate said = info.getStartDate() == null ? from : Collector.date(info.getStartDate());
            LocalDate until = info.getEndDate() == null ? to : Collector.date(info.getEndDate());
            if (said == null || until == null || until.isBefore(said)) {
                return new Span(from, to, said != null && until != null);
            }
            return new Span(said, until, false);
        }
        return new Span(from, to, false);
    }

    Optional<String> warning() {
        return contradicts
                ? Optional.of("Its feed_info ends before it begins; the calendars' dates are taken.")
                : Optional.empty();
    }
}
