package org.weir.dashboard.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;

class RunWayTest {
    private static final double[] STOPS = {0, 300, 600};

    @Test
    void aHaltIsAtItsStop_andNotSpreadBetweenTwoPositions() {
        // Given positions at 200 m and 400 m, 60 s apart, and a halt of 40 s at 300 m between them
        TripRun run = run(
                new Knots(new float[] {0, 200, 400, 600}, new double[] {0, 20, 80, 100}),
                visit(0, 0, 0),
                visit(1, 30, 70),
                visit(2, 100, 100));

        // When
        RunWay way = RunWay.of(run, STOPS);

        // Then it runs 100 m in ten seconds on either side
        assertThat(way.at(200)).isEqualTo(20);
        assertThat(way.at(250)).isEqualTo(25);
        assertThat(way.at(300)).isEqualTo(70);
        assertThat(way.at(350)).isEqualTo(75);
        assertThat(way.stood(way.at(250), way.at(350))).isEqualTo(40);
    }

    @Test
    void whatItWaitsBeforeItsTripAndAfterIsNoPartOfTheWay() {
        // Given ten minutes at the terminal, some metres before the first stop, and ten at the end
        double[] stops = {10, 300, 590};
        TripRun run = run(
                new Knots(new float[] {0, 5, 300, 590, 600}, new double[] {0, 599, 640, 670, 1270}),
                visit(0, 600, 600),
                visit(1, 640, 640),
                visit(2, 670, 670));

        // When
        RunWay way = RunWay.of(run, stops);

        // Then
        assertThat(way.at(5)).isNaN();
        assertThat(way.at(10)).isEqualTo(600);
        assertThat(way.at(590)).isEqualTo(670);
        assertThat(way.at(600)).isNaN();
    }

    @Test
    void aRunWithOneVisitTellsNothing() {
        TripRun run = run(new Knots(new float[] {0, 600}, new double[] {0, 60}), visit(1, 30, 30));

        assertThat(RunWay.of(run, STOPS).at(300)).isNaN();
    }

    private static StopVisit visit(int index, double arrival, double departure) {
        return new StopVisit(
                index,
                "s" + index,
                arrival,
                departure,
                StopVisit.UNSCHEDULED,
                30,
                StopVisit.Quality.BETWEEN,
                StopVisit.UNKNOWN);
    }

    private static TripRun run(Knots knots, StopVisit... visits) {
        return new TripRun(
                new TripRun.Key(LocalDate.of(2026, 3, 3), "t", "v"),
                "1",
                0,
                "v1",
                0,
                Assignment.GIVEN,
                List.of(visits),
                knots,
                0);
    }
}
