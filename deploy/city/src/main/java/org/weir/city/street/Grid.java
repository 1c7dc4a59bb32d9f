package org.weir.city.street;

import java.util.ArrayList;
import java.util.List;
import org.weir.city.chance.Dice;

/**
 * The lines of the drawing board in one direction: main streets where the plan says, local ones between them.
 *
 * @param at metres from the centre, ascending
 * @param names one for each line
 * @param main true for main streets
 */
record Grid(double[] at, List<String> names, boolean[] main) {
    /** West to east; the seventh gap on is the centre, where streets stand closer. */
    static final double[] AVENUES = {
        -5400, -4400, -3500, -2600, -1800, -1000, -300, 400, 1100, 1900, 2800, 3700, 4700, 5700
    };
    /** South to north. */
    static final double[] STREETS = {-4300, -3400, -2500, -1700, -1000, 250, 900, 1600, 2400, 3300, 4200};

    /** @param salt tells one grid's dice from the other's */
    static Grid of(double[] mains, List<String> mainNames, List<String> localNames, Dice dice, long salt) {
        List<Double> at = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Boolean> main = new ArrayList<>();
        int local = 0;
        for (int i = 0; i < mains.length; i++) {
            at.add(mains[i]);
            names.add(mainNames.get(i));
            main.add(true);
            if (i + 1 < mains.length) {
                double gap = mains[i + 1] - mains[i];
                int between = gap > 950 ? 3 : 2;
                for (int k = 1; k <= between; k++) {
                    double shift = dice.between(-0.13, 0.13, salt, 100L * i + k);
                    at.add(mains[i] + gap * (k + shift) / (between + 1));
                    names.add(localNames.get(local++ % localNames.size()));
                    main.add(false);
                }
            }
        }
        boolean[] flags = new boolean[main.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = main.get(i);
        }
        return new Grid(at.stream().mapToDouble(Double::doubleValue).toArray(), List.copyOf(names), flags);
    }

    int size() {
        return at.length;
    }

    /** Where in this grid the n-th main street lies. */
    int main(int n) {
        int seen = -1;
        for (int i = 0; i < main.length; i++) {
            if (main[i] && ++seen == n) {
                return i;
            }
        }
        throw new IllegalArgumentException("no main street " + n);
    }
}
