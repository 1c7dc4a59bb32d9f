package org.weir.dashboard.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EvidenceProperties {
    private static final int CELLS = 12;

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain_toTheByte(@ForAll long seed) {
        byte[] street = EvidenceCodec.write(street(seed));
        byte[] stop = EvidenceCodec.write(stop(seed));
        byte[] link = EvidenceCodec.write(link(seed));

        assertThat(EvidenceCodec.write(EvidenceCodec.street(street))).isEqualTo(street);
        assertThat(EvidenceCodec.write(EvidenceCodec.stop(stop))).isEqualTo(stop);
        assertThat(EvidenceCodec.write(EvidenceCodec.link(link))).isEqualTo(link);
    }

    @Property(tries = 200)
    void daysAddInAnyOrder(@ForAll long one, @ForAll long two, @ForAll long three) {
        byte[] street = EvidenceCodec.write(street(one).add(street(two)).add(street(three)));
        byte[] stop = EvidenceCodec.write(stop(one).add(stop(two)).add(stop(three)));
        byte[] link = EvidenceCodec.write(link(one).add(link(two)).add(link(three)));

        assertThat(EvidenceCodec.write(street(three).add(street(one).add(street(two)))))
                .isEqualTo(street);
        assertThat(EvidenceCodec.write(stop(three).add(stop(one).add(stop(two)))))
                .isEqualTo(stop);
        assertThat(EvidenceCodec.write(link(three).add(link(one).add(link(two)))))
                .isEqualTo(link);
    }

    @Property(tries = 200)
    void addingWhatWasWrittenIsAdding(@ForAll long one, @ForAll long two) {
        StreetTimes sum = EvidenceCodec.add(EvidenceCodec.write(street(two)), street(one), 1);

        assertThat(EvidenceCodec.write(sum))
                .isEqualTo(EvidenceCodec.write(street(one).add(street(two))));
    }

    private static StreetTimes street(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StreetTimes times = new StreetTimes(CELLS);
        for (int hour = 5; hour < 25; hour++) {
            times.passes[hour] = random.nextInt(20);
            for (int cell = 0; times.passes[hour] > 0 && cell < CELLS; cell++) {
                times.running[hour][cell] = random.nextInt(2_000);
            }
            if (times.passes[hour] > 0) {
                times.dwell[hour] = random.nextInt(3_000);
                times.crowding[hour] = random.nextInt(900);
                times.counted[hour] = random.nextInt(20);
            }
        }
        times.quietly(random.nextDouble(20));
        return times;
    }

    private static StopTimes stop(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StopTimes times = new StopTimes();
        for (int hour = 5; hour < 25; hour++) {
            times.visits[hour] = 1 + random.nextInt(20);
            times.held[hour] = random.nextInt(5);
            times.halts[hour] = random.nextInt(20);
            times.dwell[hour] = random.nextInt(5_000);
        }
        return times;
    }

    private static LinkTimes link(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinkTimes times = new LinkTimes();
        for (int i = 0; i < 100; i++) {
            times.add(5 + random.nextInt(20), random.nextDouble(40, 300), 90);
        }
        return times;
    }
}
