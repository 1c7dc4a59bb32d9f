package org.weir.dashboard.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceOfSumsTest {
    private static final String FEED = LargeCity.FEED.value();
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final LargeCity city = new LargeCity(8, 7);
    private final List<DayEvidence> days =
            FIRST.datesUntil(FIRST.plusDays(5)).map(city::on).toList();

    @Test
    void ranksAsAllDaysInMemoryDo_withTheDaysOfFewPlaces() {
        // Given sums from which one date too many was taken away again
        EvidenceOfSums sums =
                new EvidenceOfSums(days.stream().map(DayEvidence::date).toList(), city.layout);
        EvidenceMerge merge = new EvidenceMerge();
        DayEvidence other = city.on(FIRST.plusDays(9));
        days.forEach(day -> EvidencePart.of(day).forEach(merge::add));
        EvidencePart.of(other).forEach(merge::add);
        EvidenceBlock.read(EvidenceBlock.write(merge.parts()), part -> sums.add(FEED, part, 1));
        EvidencePart.of(other).forEach(part -> sums.add(FEED, part, -1));
        List<Set<String>> brought = new ArrayList<>();

        // When
        Map<Cause, List<Ranked>> ranked = Ranking.of(sums, city.layout, Asked.allDay(), () -> bring(sums, brought));

        // Then
        Evidence all = new EvidenceOfDays(days);
        assertThat(ranked.get(Cause.STOP)).isNotEmpty();
        ranked.forEach((cause, places) -> assertThat(places.stream().map(EvidenceOfSumsTest::told))
                .isEqualTo(Ranking.of(cause, all, city.layout, Asked.allDay()).stream()
                        .map(EvidenceOfSumsTest::told)
                        .toList()));
        assertThat(brought).as("asked for at once").hasSize(1);
    }

    private boolean bring(EvidenceOfSums sums, List<Set<String>> brought) {
        Map<EvidencePart.Kind, Set<String>> wanted = sums.wanted();
        wanted.forEach((kind, places) -> days.forEach(day -> EvidencePart.of(day).stream()
                .filter(part -> part.kind() == kind && places.contains(part.place()))
                .forEach(part -> sums.addDay(FEED, day.date(), part))));
        if (!wanted.isEmpty()) {
            brought.add(wanted.keySet().stream().map(Enum::name).collect(java.util.stream.Collectors.toSet()));
        }
        return !wanted.isEmpty();
    }

    private static String told(Ranked ranked) {
        return ranked.finding().id()
                + ' '
                + ranked.rank()
                + ' '
                + ranked.savedADay()
                + ' '
                + ranked.low()
                + ' '
                + ranked.stability();
    }

    @Test
    void leavesOutStreets_thatTheGroundHasNoMore() {
        EvidenceOfSums sums = new EvidenceOfSums(List.of(FIRST), city.layout);

        sums.add(FEED, new EvidencePart(EvidencePart.Kind.STREET, "gone", EvidenceCodec.write(new StreetTimes(4))), 1);

        assertThat(sums.streets()).isEmpty();
    }
}
