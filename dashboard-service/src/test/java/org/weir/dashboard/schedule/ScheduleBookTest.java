package org.weir.dashboard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;

class ScheduleBookTest {
    private static final FeedId FEED = FeedId.of("tiny.vehicle-positions");
    private static final Instant LONG_AGO = Instant.parse("2025-12-01T12:00:00Z");

    private static Schedule version(String from, String to, String imported, int shiftHours) {
        TinyGtfs gtfs = new TinyGtfs();
        gtfs.with("calendar.txt", gtfs.file("calendar.txt").replace("20260101,20261231", from + ',' + to));
        if (shiftHours != 0) {
            gtfs.with("trips.txt", gtfs.file("trips.txt").replace("e-", "new-e-"));
            gtfs.with("stop_times.txt", gtfs.file("stop_times.txt").replace("e-", "new-e-"));
        }
        return GtfsArchive.read(FEED, gtfs.zip(), imported == null ? LONG_AGO : Instant.parse(imported));
    }

    private static long moment(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private final Schedule winter = version("20260101", "20260314", null, 0);
    private final Schedule spring = version("20260315", "20260630", "2026-03-01T12:00:00Z", 0);
    private final ScheduleBook book = ScheduleBook.of(List.of(spring, winter));

    @Test
    void holdsEachVersionOnItsDates() {
        assertThat(book.on(LocalDate.of(2026, 3, 14))).isSameAs(winter);
        assertThat(book.on(LocalDate.of(2026, 3, 15))).isSameAs(spring);
        assertThat(book.newest()).isSameAs(spring);
        assertThat(book.version(winter.version())).isSameAs(winter);
        assertThat(book.version("no such")).isNull();
    }

    @Test
    void takesTheNearest_whereNoVersionIsMadeForTheDate() {
        assertThat(book.on(LocalDate.of(2026, 8, 1))).isSameAs(spring);
        assertThat(book.on(LocalDate.of(2025, 8, 1))).isSameAs(winter);
    }

    @Test
    void letsYesterdaysTripsEndByYesterdaysVersion() {
        // Given 01:20 in the night of the change; e-25 runs from 25:00 on both days
        long night = moment("2026-03-15T05:20:00Z");

        // Then
        assertThat(book.at(night)).isSameAs(winter);
        assertThat(book.at("e-25", null, night)).isSameAs(winter);
        // and a trip of the new day that leaves before its day's morning breaks: there is none at 06:00 yet
        assertThat(book.at("e-6", null, moment("2026-03-15T09:58:00Z"))).isSameAs(spring);
        assertThat(book.at(moment("2026-03-15T07:00:00Z"))).isSameAs(spring);
    }

    @Test
    void readsALateTripAfterTheMorningBreaks_byTheVersionOfItsDay() {
        // Given e-25 of the 14th, two hours and a half late: 03:40 on the 15th; the same id runs again 21 hours later
        long late = moment("2026-03-15T07:40:00Z");

        // Then
        assertThat(book.at(late)).isSameAs(spring);
        assertThat(book.at("e-25", null, late)).isSameAs(winter);
    }

    @Test
    void holdsACorrectedVersion_fromTheDayItCame() {
        Schedule corrected = version("20260101", "20260630", "2026-03-05T15:00:00Z", 1);
        ScheduleBook three = ScheduleBook.of(List.of(winter, spring, corrected));
        assertThat(three.on(LocalDate.of(2026, 3, 4))).isSameAs(winter);
        assertThat(three.on(LocalDate.of(2026, 3, 5))).isSameAs(corrected);
        assertThat(three.on(LocalDate.of(2026, 4, 5))).isSameAs(corrected);
    }

    @Test
    void heldWhatItHeld_alsoAfterAnOldVersionCameBack() {
        // Given the second version for a day in March, and the first again
        Schedule first = version("20260101", "20261231", null, 0);
        Schedule second = version("20260101", "20261231", null, 1);
        ScheduleBook returned = ScheduleBook.ofImports(List.of(
                new ScheduleBook.Import(Instant.parse("2026-01-05T12:00:00Z"), first),
                new ScheduleBook.Import(Instant.parse("2026-03-01T12:00:00Z"), second),
                new ScheduleBook.Import(Instant.parse("2026-03-02T12:00:00Z"), first)));

        // Then
        assertThat(returned.on(LocalDate.of(2026, 2, 1))).isSameAs(first);
        assertThat(returned.on(LocalDate.of(2026, 3, 1))).isSameAs(second);
        assertThat(returned.on(LocalDate.of(2026, 3, 2))).isSameAs(first);
        assertThat(returned.newest()).isSameAs(first);
        assertThat(returned.versions()).containsExactly(second, first);
        assertThat(returned.importedAt(first)).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void readsATripThatOnlyAnotherVersionKnows_byThatOne() {
        Schedule renamed = version("20260101", "20260630", "2026-03-05T15:00:00Z", 1);
        ScheduleBook two = ScheduleBook.of(List.of(winter, renamed));
        // The feed changed over an evening before the schedule did.
        assertThat(two.at("new-e-8", null, moment("2026-03-04T13:05:00Z"))).isSameAs(renamed);
        assertThat(two.at("nobody-knows-it", null, moment("2026-03-04T13:05:00Z")))
                .isSameAs(winter);
        assertThat(two.at(null, null, moment("2026-03-04T13:05:00Z"))).isSameAs(winter);
    }

    @Test
    void usesTheOnlyVersionForDaysBeforeItCame() {
        Schedule only = version("20260101", "20261231", "2026-06-01T12:00:00Z", 0);
        ScheduleBook one = ScheduleBook.of(List.of(only));
        assertThat(one.on(LocalDate.of(2026, 2, 1))).isSameAs(only);
        assertThat(one.at(moment("2026-02-01T12:00:00Z"))).isSameAs(only);
    }

    @Test
    void saysAtAMoment_whatItSaysOnThatDate() {
        Schedule gap = version("20260801", "20260831", "2026-02-01T12:00:00Z", 0);
        Schedule fix = version("20260201", "20260820", "2026-07-20T12:00:00Z", 1);
        ScheduleBook four = ScheduleBook.of(List.of(winter, spring, gap, fix));
        for (LocalDate date = LocalDate.of(2025, 11, 1); date.getYear() < 2027; date = date.plusDays(1)) {
            long noon = ServiceDate.begin(date, four.timezone()) + 43_200;
            assertThat(four.at(noon)).as(date.toString()).isSameAs(four.on(date));
        }
    }
}
