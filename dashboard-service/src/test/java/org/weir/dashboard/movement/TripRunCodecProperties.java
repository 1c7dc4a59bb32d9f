package org.weir.dashboard.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TripRunCodecProperties {
    private static TripRun run(long seed, int stops, int knots) {
        Random chance = new Random(seed);
        List<StopVisit> visits = new ArrayList<>();
        double time = 1_773_144_000 + chance.nextDouble();
        for (int i = 0; i < stops; i++) {
            double arrival = time + chance.nextDouble() * 90;
            time = arrival + chance.nextDouble() * 30;
            visits.add(new StopVisit(
                    i * 2,
                    "stop ü " + chance.nextInt(),
                    arrival,
                    time,
                    chance.nextBoolean() ? StopVisit.UNSCHEDULED : chance.nextInt(100_000),
                    chance.nextFloat() * 120,
                    StopVisit.Quality.values()[chance.nextInt(StopVisit.Quality.values().length)],
                    chance.nextInt(150) - 1));
        }
        float[] metres = new float[knots];
        double[] times = new double[knots];
        for (int i = 0; i < knots; i++) {
            metres[i] = (i == 0 ? 0 : metres[i - 1]) + chance.nextFloat() * 100;
            times[i] = 1_773_144_000 + i * 10 + chance.nextDouble();
        }
        return new TripRun(
                new TripRun.Key(LocalDate.of(2026, 3, 8).plusDays(chance.nextInt(9)), "t" + seed, "v\u00e9"),
                "1",
                chance.nextInt(2),
                "0123456789abcdef",
                chance.nextInt(900),
                new Assignment(Assignment.How.INFERRED, chance.nextInt(101) / 100f),
                List.copyOf(visits),
                new Knots(metres, times),
                chance.nextInt(4));
    }

    @Property(tries = 500)
    void readsBackToTheMillisecond_andWritesTheSameBytesAgain(
            @ForAll long seed, @ForAll @IntRange(max = 60) int stops, @ForAll @IntRange(max = 300) int knots) {
        TripRun run = run(seed, stops, knots);
        byte[] bytes = TripRunCodec.write(run);
        TripRun read = TripRunCodec.read(bytes);

        assertThat(TripRunCodec.write(read)).isEqualTo(bytes);
        assertThat(TripRunCodec.readVisits(bytes).visits()).isEqualTo(read.visits());
        assertThat(TripRunCodec.readVisits(bytes).knots()).isEqualTo(Knots.NONE);
        assertThat(read.key()).isEqualTo(run.key());
        assertThat(read.assignment()).isEqualTo(run.assignment());
        assertThat(read.visits()).hasSize(stops);
        for (int i = 0; i < stops; i++) {
            StopVisit was = run.visits().get(i);
            StopVisit is = read.visits().get(i);
            assertThat(is.stop()).isEqualTo(was.stop());
            assertThat(is.arrival()).isCloseTo(was.arrival(), within(0.00051));
            assertThat(is.departure()).isCloseTo(was.departure(), within(0.00051));
            assertThat(is.scheduled()).isEqualTo(was.scheduled());
            assertThat(is.quality()).isEqualTo(was.quality());
            assertThat(is.crowding()).isEqualTo(was.crowding());
        }
        for (int i = 0; i < knots; i++) {
            assertThat(read.knots().times()[i]).isCloseTo(run.knots().times()[i], within(0.00051));
            assertThat(read.knots().metres()[i]).isCloseTo(run.knots().metres()[i], within(0.06f));
        }
    }

    @Test
    void takesFewBytes() {
        // 40 stops and a position each ten seconds for half an hour
        assertThat(TripRunCodec.write(run(7, 40, 180)).length).isLessThan(2_500);
    }

    @Test
    void refusesWhatIsNoRun() {
        byte[] whole = TripRunCodec.write(run(7, 3, 3));
        assertThatThrownBy(() -> TripRunCodec.read(new byte[] {9, 9})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TripRunCodec.read(java.util.Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
