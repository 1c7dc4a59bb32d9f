package org.weir.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Quantity;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.Refusal;

class SegmentListTest {
    private static final FeedId FEED = FeedId.of("tiny.vehicle-positions");

    /** Until the end of March a bus stops at C; from April on it runs from B to D. */
    private final ScheduleBook book = ScheduleBook.of(List.of(
            read(dated(new TinyGtfs(), "20260101,20260331"), "2026-01-01T12:00:00Z"),
            read(dated(withoutC(), "20260401,20260630"), "2026-03-20T12:00:00Z")));

    private static TinyGtfs dated(TinyGtfs gtfs, String dates) {
        return gtfs.with("calendar.txt", gtfs.file("calendar.txt").replace("20260101,20261231", dates));
    }

    private static TinyGtfs withoutC() {
        TinyGtfs gtfs = new TinyGtfs();
        return gtfs.with("stop_times.txt", gtfs.file("stop_times.txt").replaceAll("(?m)^[^\n]*,C,[0-9]\n", ""));
    }

    private static Schedule read(TinyGtfs gtfs, String importedAt) {
        return GtfsArchive.read(FEED, gtfs.zip(), Instant.parse(importedAt));
    }

    private static Map<String, DaySheet> observed(String segment) {
        DaySheet.Builder sheet = new DaySheet.Builder();
        sheet.at(32).add(Quantity.RUNNING, 60);
        return Map.of(segment, sheet.build());
    }

    private List<SegmentSpeeds.Segment> list(Map<String, DaySheet> sheets, int month, int from, int toMonth, int to) {
        return new SegmentList(book, "1", 0, List.of())
                .of(sheets, LocalDate.of(2026, month, from), LocalDate.of(2026, toMonth, to));
    }

    @Test
    void showsAPastDay_byTheVersionThatHeld() {
        List<SegmentSpeeds.Segment> march = list(observed("B>C"), 3, 10, 3, 10);
        assertThat(march).extracting(SegmentSpeeds.Segment::id).containsExactly("A>B", "B>C", "C>D");
        assertThat(march).extracting(SegmentSpeeds.Segment::scheduled).containsOnly(20);
        assertThat(march.get(1).observed()).isEqualTo(1);
    }

    @Test
    void showsTheSegmentsOfBothVersions_acrossAChange() {
        List<SegmentSpeeds.Segment> around = list(Map.of(), 3, 30, 4, 1);
        assertThat(around)
                .extracting(SegmentSpeeds.Segment::id, SegmentSpeeds.Segment::scheduled)
                .containsExactlyInAnyOrder(tuple("A>B", 60), tuple("B>D", 20), tuple("B>C", 40), tuple("C>D", 40));
        assertThat(around.get(0).id()).isEqualTo("A>B");
    }

    @Test
    void showsWhatWasObserved_alsoWhereTheFeedWasReadByAnotherVersion() {
        List<SegmentSpeeds.Segment> april = list(observed("B>C"), 4, 10, 4, 10);
        assertThat(april).extracting(SegmentSpeeds.Segment::id).contains("B>C").doesNotContain("C>D");
    }

    @Test
    void isOfAYearAtMost() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        assertThat(new SpeedResource.Period(first, LocalDate.of(2027, 1, 1)).to())
                .isNotNull();
        assertThatThrownBy(() -> new SpeedResource.Period(first, LocalDate.of(2027, 1, 2)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new SpeedResource.Period(first, first.minusDays(1)))
                .isInstanceOf(Refusal.class);
    }
}
