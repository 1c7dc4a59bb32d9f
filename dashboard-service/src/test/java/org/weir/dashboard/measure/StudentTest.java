package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StudentTest {
    /** Table values of the 97.5th percentile. */
    private static final Map<Integer, Double> KNOWN = Map.of(
            1, 12.7062, 2, 4.3027, 10, 2.2281, 19, 2.0930, 20, 2.0860, 21, 2.0796, 25, 2.0595, 30, 2.0423, 60, 2.0003,
            120, 1.9799);

    @Test
    void isAsTheTablesSay() {
        KNOWN.forEach((freedom, t) ->
                assertThat(Student.t95(freedom)).as("%d", freedom).isCloseTo(t, within(0.0001)));
        assertThat(Student.t95(1e9)).isCloseTo(1.959964, within(1e-6));
    }

    @Test
    void fallsWithoutAStep_asDaysBecomeMore() {
        double before = Student.t95(1);
        for (double freedom = 1.01; freedom < 60; freedom += 0.01) {
            double t = Student.t95(freedom);
            assertThat(t).as("%f", freedom).isLessThan(before);
            before = t;
        }
        assertThat(Student.t95(19.999) - Student.t95(20)).isLessThan(0.0002);
    }
}
