package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HistogramProperties {
    private static Histogram of(Quantity quantity, List<Double> values) {
        return Histogram.of(
                quantity, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Property(tries = 500)
    void anySplitMergesToTheWhole_andIsTakenAwayAgain(
            @ForAll Quantity quantity,
            @ForAll @Size(max = 60) List<@DoubleRange(min = -4000, max = 90000) Double> values,
            @ForAll @IntRange(max = 60) int cut,
            @ForAll @IntRange(max = 60) int another) {
        int first = Math.min(Math.min(cut, another), values.size());
        int second = Math.min(Math.max(cut, another), values.size());
        Histogram a = of(quantity, values.subList(0, first));
        Histogram b = of(quantity, values.subList(first, second));
        Histogram c = of(quantity, values.subList(second, values.size()));
        Histogram whole = of(quantity, values);

        assertThat(a.merge(b).merge(c)).isEqualTo(whole);
        assertThat(a.merge(b.merge(c))).isEqualTo(whole);
        assertThat(c.merge(a).merge(b)).isEqualTo(whole);
        assertThat(whole.minus(b)).isEqualTo(a.merge(c));
    }

    @Property(tries = 500)
    void aQuantileLiesWhereTheTrueOneLies_toTheBin(
            @ForAll Quantity quantity,
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = 0, max = 20000) Double> values,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double[] rising =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double truth = rising[Math.max(0, (int) Math.ceil(share * rising.length) - 1)];

        double found = of(quantity, values).quantile(share);

        int bin = quantity.bins().of(quantity.units(truth));
        double low = quantity.value(quantity.bins().low(bin));
        double high = quantity.value(quantity.bins().high(bin));
        assertThat(found).isBetween(low - 0.051, high + 0.051);
    }

    @Property(tries = 300)
    void durationsAreToldApart_toHalfASecondOrAFortieth(@ForAll @DoubleRange(min = 0, max = 86400) double seconds) {
        Bins bins = Quantity.RUNNING.bins();
        int bin = bins.of(Quantity.RUNNING.units(seconds));
        double width = Quantity.RUNNING.value(bins.high(bin) - bins.low(bin));

        assertThat(width).isLessThanOrEqualTo(Math.max(0.5, seconds / 40 + 0.01));
    }

    @Property(tries = 500)
    void aSheetIsReadAsItWasWritten_inTheSameBytes(
            @ForAll Quantity quantity,
            @ForAll @Size(max = 40) List<@DoubleRange(min = -4000, max = 90000) Double> values,
            @ForAll @IntRange(min = -3, max = 120) int quarter,
            @ForAll @IntRange(max = 5) int spread) {
        DaySheet.Builder sheet = new DaySheet.Builder();
        for (int i = 0; i < values.size(); i++) {
            sheet.at(quarter + i % (spread + 1)).add(quantity, values.get(i)).add(Count.METRES, 350);
            sheet.at(quarter + i % 2).add(Count.SCHEDULED, 1).add(Quantity.DWELL, i);
        }
        DaySheet made = sheet.build();

        byte[] bytes = DaySheetCodec.write(made);

        assertThat(DaySheetCodec.read(bytes)).isEqualTo(made);
        assertThat(DaySheetCodec.write(DaySheetCodec.read(bytes))).isEqualTo(bytes);
    }

    @Property(tries = 1000)
    void bytesThatAreNoSheet_areRefused_orAreOne(@ForAll @Size(max = 40) byte[] bytes) {
        byte[] versioned = bytes.clone();
        if (versioned.length > 0) {
            versioned[0] = 1;
        }
        try {
            assertThat(DaySheetCodec.read(versioned)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 100)
    void mergingWrittenSheetsIsMergingSheets(@ForAll long seed) {
        Place place = Place.stop("S3");
        DaySheet one =
                Town.likely(seed, Town.MONDAY, 6, 900).measured().sheets().get(place);
        DaySheet two = Town.likely(seed + 1, Town.MONDAY.plusDays(1), 6, 1300)
                .measured()
                .sheets()
                .get(place);
        DaySheet.Builder month = new DaySheet.Builder();

        DaySheetCodec.add(DaySheetCodec.write(one), month);
        DaySheetCodec.add(DaySheetCodec.write(two), month);

        assertThat(month.build()).isEqualTo(one.merge(two)).isEqualTo(two.merge(one));
        assertThat(Arrays.equals(DaySheetCodec.write(one.merge(two)), DaySheetCodec.write(two.merge(one))))
                .isTrue();
    }
}
