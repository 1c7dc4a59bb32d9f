package org.weir.dashboard.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The exact waits of riders who come at random, against figures that were reckoned by hand and against a million riders.
 * Argument: the seed.
 */
final class WaitOracle {
    private static final double[] ARRIVALS = {300, 600, 900, 1500, 3600, 7200};

    /** Share, wait in seconds. */
    private static final double[][] BY_HAND = {{0.1, 138}, {0.5, 1125}, {0.9, 2910}};

    private static final int RIDERS = 1_000_000;

    private WaitOracle() {}

    public static void main(String[] arguments) {
        long seed = arguments.length == 0 ? 20260302 : Long.parseLong(arguments[0]);
        Waits waits = Waits.between(ARRIVALS);
        double[] riders = riders(new SplittableRandom(seed));
        System.out.println("seed " + seed + ", arrivals at " + Arrays.toString(ARRIVALS) + " s");
        boolean holds = true;
        for (double[] each : BY_HAND) {
            double exact = waits.quantile(each[0]);
            double thrown = riders[(int) (RIDERS * each[0])];
            System.out.printf(
                    "p%.0f  exact %.4f s (%.2f min)  by hand %.0f s  a million riders %.0f s%n",
                    each[0] * 100, exact, exact / 60, each[1], thrown);
            holds &= Math.abs(exact - each[1]) < 1e-6 && Math.abs(thrown - each[1]) < 15;
        }
        double thrown = Arrays.stream(riders).average().orElseThrow();
        System.out.printf("mean exact %.2f s  a million riders %.2f s%n", waits.mean(), thrown);
        holds &= Math.abs(waits.mean() - thrown) < 5;
        System.out.println(holds ? "holds" : "does not hold");
        System.exit(holds ? 0 : 1);
    }

    private static double[] riders(SplittableRandom chance) {
        double[] waited = new double[RIDERS];
        for (int i = 0; i < RIDERS; i++) {
            double comes = ARRIVALS[0] + chance.nextDouble() * (ARRIVALS[ARRIVALS.length - 1] - ARRIVALS[0]);
            int next = 0;
            while (ARRIVALS[next] < comes) {
                next++;
            }
            waited[i] = ARRIVALS[next] - comes;
        }
        Arrays.sort(waited);
        return waited;
    }
}
