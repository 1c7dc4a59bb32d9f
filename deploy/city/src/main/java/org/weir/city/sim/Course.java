package org.weir.city.sim;

import java.util.Arrays;
import org.weir.city.network.Frequency;
import org.weir.city.network.Pattern;
import org.weir.city.network.Stop;
import org.weir.city.street.Block;
import org.weir.city.street.Signal;
import org.weir.city.street.Streets;

/**
 * A pattern made ready for a day: for each of its blocks where it ends, what stands there and how fast a bus may leave it; for
 * each of its stops who waits there and since when.
 */
final class Course {
    /** Where buses halt before the crossing. */
    private static final double STOP_LINE = 9;

    final Pattern pattern;
    final double[] ends;
    final double[] exitSpeeds;
    final Signal[] signals;
    final Frequency frequency;
    /** How many riders each stop draws; this course's mean counts as 1, for its frequency says how many that is. */
    final double[] weights;
    /** When a bus of this course last left each stop; not a number before the first. */
    final double[] left;

    Course(Pattern pattern, Frequency frequency, Streets streets) {
        this.pattern = pattern;
        this.frequency = frequency;
        double mean =
                pattern.stops().stream().mapToDouble(Stop::weight).average().orElse(1);
        weights = pattern.stops().stream().mapToDouble(s -> s.weight() / mean).toArray();
        left = new double[weights.length];
        Arrays.fill(left, Double.NaN);
        int n = pattern.blocks().size();
        ends = new double[n];
        exitSpeeds = new double[n];
        signals = new Signal[n];
        for (int i = 0; i < n; i++) {
            Block block = pattern.blocks().get(i);
            ends[i] = pattern.blockStarts()[i] + block.line().length();
            boolean last = i == n - 1;
            // A trip ends before the crossing at the end of its last block.
            signals[i] = last ? null : streets.to(block).signal();
            exitSpeeds[i] =
                    last ? block.limit() : exitSpeed(block, pattern.blocks().get(i + 1));
        }
    }

    private static double exitSpeed(Block block, Block next) {
        double angle = Streets.angle(block, next);
        double turn = angle > 60 ? 4.5 : angle > 35 ? 6.5 : Double.MAX_VALUE;
        return Math.min(turn, next.limit());
    }

    Block block(int i) {
        return pattern.blocks().get(i);
    }

    double line(int i) {
        return ends[i] - STOP_LINE;
    }

    int stops() {
        return pattern.stops().size();
    }
}
