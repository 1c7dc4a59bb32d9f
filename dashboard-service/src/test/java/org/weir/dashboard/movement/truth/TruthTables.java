package org.weir.dashboard.movement.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weir.city.flaw.Sampling;
import org.weir.city.flaw.TruthDay;
import org.weir.city.network.City;
import org.weir.city.plant.Planting;
import org.weir.dashboard.schedule.ScheduleBook;

/**
 * What movement reckons beside what the synthetic city knows. Arguments: how many seeds (default 3). Ends with 0 only
 * where every bar holds for each seed.
 */
public final class TruthTables {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);

    private final List<String> missed = new ArrayList<>();

    private TruthTables() {}

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        TruthTables tables = new TruthTables();
        System.out.println("At 30 s, 10 m noise, 5% lost, " + DATE + ':');
        for (long seed = 1; seed <= seeds; seed++) {
            tables.bars(seed);
        }
        tables.table(1);
        if (!tables.missed.isEmpty()) {
            System.out.println("NOT HELD: " + String.join("; ", tables.missed));
            System.exit(1);
        }
        System.out.println("Every bar holds.");
    }

    private void bars(long seed) {
        City city = Planting.city(seed);
        ScheduleBook book = CityFeed.schedules(city, DATE);
        TruthDay day = TruthDay.of(city, DATE, Sampling.USUAL, seed);
        Replayed replayed = Replayed.of(book, day, true, 20);
        Score ours = Score.of(day, replayed.told());
        Score straight = Score.of(day, Straight.of(book, replayed.told()));
        System.out.printf(
                Locale.ROOT,
                "seed %d, %,d positions%n  ours     %s%n",
                seed,
                day.messages().size(),
                ours);
        System.out.printf(Locale.ROOT, "  straight %s%n", straight);
        double better = 1 - Score.mean(ours.later) / Score.mean(straight.later);
        System.out.printf(
                Locale.ROOT,
                "  after the first stop: MAE %.2f s, by straight lines %.2f s: better by %.0f%%%n",
                Score.mean(ours.later),
                Score.mean(straight.later),
                100 * better);
        hold(seed, "arrivals found >= 99.5%", ours.foundShare() >= 0.995);
        hold(seed, "invented <= 0.1%", ours.inventedShare() <= 0.001);
        hold(seed, "arrival MAE <= 8 s", Score.mean(ours.arrivals) <= 8);
        hold(seed, "arrival p95 <= 20 s", Score.quantile(ours.arrivals, 0.95) <= 20);
        hold(seed, "25% better than straight", better >= 0.25);
        hold(seed, "headway MAE <= 10 s", Score.mean(ours.headways) <= 10);
        hold(seed, "segment running time median error <= 4%", Score.quantile(ours.segments, 0.5) <= 0.04);
    }

    private void hold(long seed, String bar, boolean holds) {
        if (!holds) {
            missed.add("seed " + seed + ": " + bar);
        }
    }

    private void table(long seed) {
        City city = Planting.city(seed);
        ScheduleBook book = CityFeed.schedules(city, DATE);
        System.out.printf("%nBy polling interval, noise and loss, seed %d:%n", seed);
        System.out.println(
                "interval  noise  lost  speed told    found  invented  arrival MAE     p95  headway MAE  segment run");
        for (int interval : new int[] {5, 10, 30, 60, 120}) {
            row(city, book, seed, Sampling.USUAL.every(interval), true);
            row(city, book, seed, Sampling.USUAL.every(interval), false);
        }
        for (double noise : new double[] {0, 5, 20, 30}) {
            row(city, book, seed, Sampling.USUAL.noise(noise), true);
        }
        for (double lost : new double[] {0, 0.1, 0.2, 0.4}) {
            row(city, book, seed, Sampling.USUAL.lost(lost), true);
        }
    }

    private static void row(City city, ScheduleBook book, long seed, Sampling sampling, boolean speed) {
        TruthDay day = TruthDay.of(city, DATE, sampling, seed);
        Score score = Score.of(day, Replayed.of(book, day, speed, 20).told());
        System.out.printf(
                Locale.ROOT,
                "%6d s %4.0f m  %3.0f%%  %-10s %7.2f%%  %7.3f%%  %9.2f s %6.1f s  %9.2f s  %10.2f%%%n",
                sampling.interval(),
                sampling.receiver().noise(),
                100 * sampling.radio().lost(),
                speed ? "yes" : "no",
                100 * score.foundShare(),
                100 * score.inventedShare(),
                Score.mean(score.arrivals),
                Score.quantile(score.arrivals, 0.95),
                Score.mean(score.headways),
                100 * Score.quantile(score.segments, 0.5));
    }
}
