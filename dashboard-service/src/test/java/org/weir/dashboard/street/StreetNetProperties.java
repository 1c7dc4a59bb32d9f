package org.weir.dashboard.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;

class StreetNetProperties {
    private static final int BLOCK = 250;

    /** Routes that walk about a grid of streets, drawn a few metres off, with loops and turns as they come. */
    private static Town town(String agency, Random random) {
        Town town = new Town(agency);
        int routes = 1 + random.nextInt(6);
        for (int r = 0; r < routes; r++) {
            int steps = 2 + random.nextInt(12);
            double[] points = new double[2 * steps];
            int x = random.nextInt(6);
            int y = random.nextInt(6);
            boolean eastward = random.nextBoolean();
            for (int i = 0; i < steps; i++) {
                points[2 * i] = x * BLOCK + random.nextGaussian() * 3;
                points[2 * i + 1] = y * BLOCK + random.nextGaussian() * 3;
                eastward = random.nextInt(3) == 0 ? !eastward : eastward;
                x += eastward ? (random.nextInt(8) == 0 ? -1 : 1) : 0;
                y += eastward ? 0 : (random.nextInt(8) == 0 ? -1 : 1);
            }
            town.route(String.valueOf(r), random.nextInt(2), points);
        }
        return town;
    }

    @Property(tries = 400)
    void coversEachWay_withoutGapOrOverlap(@ForAll long seed) {
        Random random = new Random(seed);
        Schedule one = town("one", random).schedule();
        Schedule other = town("other", random).schedule();
        StreetNet net = StreetNet.of(List.of(one, other));
        for (Schedule schedule : List.of(one, other)) {
            for (StopPattern pattern : schedule.content().patterns()) {
                Polyline line = pattern.shape().line();
                double end = 0;
                for (Stretch stretch : net.along(pattern)) {
                    assertThat(stretch.from()).isEqualTo(end);
                    assertThat(stretch.to()).isGreaterThan(stretch.from());
                    assertThat(net.street(stretch.place()).patterns())
                            .extracting(PatternRef::ordinal)
                            .contains(pattern.ordinal());
                    end = stretch.to();
                }
                assertThat(end).isCloseTo(line.length(), within(1e-6));
            }
        }
    }

    @Property(tries = 200)
    void putsAWayOnStreetsThatLieBesideIt(@ForAll long seed) {
        Schedule schedule = town("one", new Random(seed)).schedule();
        StreetNet net = StreetNet.of(List.of(schedule));
        for (StopPattern pattern : schedule.content().patterns()) {
            for (Stretch stretch : net.along(pattern)) {
                double[] middle = pattern.shape().line().point((stretch.from() + stretch.to()) / 2);
                Polyline street = line(net.street(stretch.place()).line());
                // A corner may belong to the street before it.
                assertThat(street.nearest(middle[1], middle[0], 0, street.length())
                                .away())
                        .isLessThan(NetBuilder.SAME_STREET + 2 * Links.LENGTH);
            }
        }
    }

    @Property(tries = 100)
    void isTheSame_inWhateverOrderSchedulesCome(@ForAll long seed) {
        Random random = new Random(seed);
        Schedule one = town("one", random).schedule();
        Schedule other = town("other", random).schedule();
        assertThat(ids(StreetNet.of(List.of(one, other)))).isEqualTo(ids(StreetNet.of(List.of(other, one))));
    }

    private static Map<String, Double> ids(StreetNet net) {
        Map<String, Double> ids = new HashMap<>();
        net.streets().forEach(street -> ids.put(street.id(), street.metres()));
        return ids;
    }

    private static Polyline line(double[][] points) {
        List<double[]> all = new ArrayList<>(List.of(points));
        return new Polyline(
                all.stream().mapToDouble(p -> p[1]).toArray(),
                all.stream().mapToDouble(p -> p[0]).toArray());
    }
}
