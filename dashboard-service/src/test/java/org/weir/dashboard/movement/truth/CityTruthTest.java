package org.weir.dashboard.movement.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDay;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.dashboard.schedule.ScheduleBook;

/** The short form of the truth tables: one Sunday of the city, and the nights on which clocks change. */
class CityTruthTest {
    private final City city = Planting.city(4);

    private Score score(LocalDate date, Sampling sampling) {
        ScheduleBook book = CityFeed.schedules(city, date);
        TruthDay day = TruthDay.of(city, date, sampling, 4);
        return Score.of(day, Replayed.of(book, day, true, 20).told());
    }

    @Test
    void arrivalsComeNearTheTruth() {
        Score score = score(LocalDate.of(2026, 3, 1), Sampling.USUAL);
        assertThat(score.foundShare()).isGreaterThanOrEqualTo(0.995);
        assertThat(score.inventedShare()).isLessThanOrEqualTo(0.001);
        assertThat(Score.mean(score.arrivals)).isLessThanOrEqualTo(8);
        assertThat(Score.quantile(score.arrivals, 0.95)).isLessThanOrEqualTo(20);
        assertThat(Score.mean(score.headways)).isLessThanOrEqualTo(10);
        assertThat(Score.quantile(score.segments, 0.5)).isLessThanOrEqualTo(0.04);
    }

    @Test
    void theNightsThatClocksChange_areOrdinary() {
        for (LocalDate date : List.of(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 11, 1))) {
            Score score = score(date, Sampling.USUAL.every(60));
            assertThat(score.foundShare()).as("%s", date).isGreaterThanOrEqualTo(0.99);
            assertThat(score.inventedShare()).as("%s", date).isLessThanOrEqualTo(0.001);
        }
    }

    @Test
    void lateAndDoubleMessages_changeNothing() {
        LocalDate date = LocalDate.of(2026, 3, 1);
        ScheduleBook book = CityFeed.schedules(city, date);
        Sampling plain = Sampling.USUAL.every(60).lost(0);
        TruthDay inOrder = TruthDay.of(city, date, plain, 4);
        TruthDay mixed = TruthDay.of(city, date, plain.twice(0.05).late(0.1, 300), 4);

        var expected = Replayed.of(book, inOrder, true, 20).visits();
        assertThat(Replayed.of(book, mixed, true, 20).visits()).isEqualTo(expected);
    }

    @Test
    void whatIsToldLast_isTheSame_howeverOftenItIsAskedFor() {
        LocalDate date = LocalDate.of(2026, 3, 1);
        ScheduleBook book = CityFeed.schedules(city, date);
        TruthDay mixed = TruthDay.of(city, date, Sampling.USUAL.twice(0.01).late(0.02, 300), 1);

        assertThat(Replayed.of(book, mixed, true, 1).runs)
                .isEqualTo(Replayed.of(book, mixed, true, Integer.MAX_VALUE).runs);
    }
}
