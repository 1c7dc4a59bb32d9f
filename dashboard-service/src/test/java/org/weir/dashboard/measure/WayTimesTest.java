package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.movement.Knots;

class WayTimesTest {
    @Test
    void tellsTheSpeedOfEach25Metres_standingIncluded() {
        // Given 10 m/s to 50 m, 30 s of standing there, 5 m/s to 100 m
        Knots knots = new Knots(new float[] {0, 50, 50, 100}, new double[] {7200, 7205, 7235, 7245});

        WayTimes times = new WayTimes(110).add(knots, 0);

        assertThat(times.cells()).isEqualTo(4);
        assertThat(times.speed(h -> h >= 2 && h < 3, 0)).isCloseTo(10, within(1e-9));
        assertThat(times.speed(h -> h >= 2 && h < 3, 1)).isCloseTo(25 / 32.5, within(1e-9));
        assertThat(times.speed(h -> h >= 2 && h < 3, 2)).isCloseTo(5, within(1e-9));
        assertThat(times.speed(h -> h >= 3 && h < 24, 0)).isNaN();
    }

    @Test
    void leavesOutCells_thatARunWentOverInPart() {
        WayTimes times = new WayTimes(100).add(new Knots(new float[] {10, 80}, new double[] {0, 70}), 0);

        assertThat(new long[] {
                    times.passes(h -> h == 0, 0),
                    times.passes(h -> h == 0, 1),
                    times.passes(h -> h == 0, 2),
                    times.passes(h -> h == 0, 3)
                })
                .containsExactly(0, 1, 1, 0);
        assertThat(new WayTimes(100).add(Knots.NONE, 0)).isEqualTo(new WayTimes(100));
    }

    /** The truth is 5 m/s on the first half and 15 on the second, whatever the interval of positions. */
    @Property(tries = 50)
    void doesNotDependOnHowOftenABusReports(@ForAll @IntRange(min = 1, max = 10) int every) {
        int size = 200 / 5 / every + 200 / 15 + 2;
        float[] metres = new float[size];
        double[] when = new double[size];
        int n = 0;
        for (double t = 0; t <= 40; t += every) {
            metres[n] = (float) (5 * t);
            when[n++] = t;
        }
        metres[n] = 200;
        when[n++] = 40;
        metres[n] = 400;
        when[n++] = 40 + 200 / 15.0;
        Knots knots = new Knots(Arrays.copyOf(metres, n), Arrays.copyOf(when, n));

        WayTimes times = new WayTimes(400).add(knots, 0);

        assertThat(times.speed(h -> h >= 0 && h < 1, 3)).isCloseTo(5, within(0.1));
        assertThat(times.speed(h -> h >= 0 && h < 1, 12)).isCloseTo(15, within(0.5));
    }

    @Property(tries = 100)
    void mergesInAnyOrder_andIsReadAsItWasWritten(@ForAll long seed) {
        WayTimes one = random(seed);
        WayTimes two = random(seed + 1);

        assertThat(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(WayTimes.read(one.merge(two).toBytes())).isEqualTo(one.merge(two));
        assertThatThrownBy(() -> one.merge(new WayTimes(100))).isInstanceOf(IllegalArgumentException.class);
    }

    private static WayTimes random(long seed) {
        Random chance = new Random(seed);
        WayTimes times = new WayTimes(1000);
        for (int run = 0; run < 10; run++) {
            float[] metres = new float[30];
            double[] when = new double[30];
            double now = chance.nextInt(86_400);
            float at = chance.nextInt(100);
            for (int i = 0; i < 30; i++) {
                metres[i] = at;
                when[i] = now;
                at += chance.nextInt(3) == 0 ? 0 : chance.nextInt(80);
                now += 1 + chance.nextInt(30);
            }
            times.add(new Knots(metres, when), 0);
        }
        return times;
    }
}
