package org.weir.consent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {
    private final Random random = new Random(20260302);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "1",
                "-77.036871",
                "38.900001000000004",
                "9007199254740992",
                "9007199254740993",
                "90071992547409.93",
                "999999999999999999",
                "0.999999999999999999",
                "123456789012345678901234567890",
                "1e3",
                "-1.5E-7",
                "0.1000000000000000055511151231257827",
                "-38.897676000000001",
                "0.30000000000000004",
                "0.000000000000000001",
                "45035996273704.9605",
                "450359962737049.605",
                "4503599627370496.05"
            })
    void isTheNearestDouble(String written) {
        assertNearest(written);
    }

    @Test
    void isTheNearestDouble_ofAnyDegreesAndDigits() {
        for (int i = 0; i < 300_000; i++) {
            assertNearest(Double.toString(random.nextDouble() * 360 - 180));
            String digits = Long.toString(random.nextLong() >>> 1 + random.nextInt(62));
            int point = random.nextInt(digits.length());
            assertNearest(point == 0 ? digits : digits.substring(0, point) + '.' + digits.substring(point));
        }
    }

    /** The middle of two doubles, where the last digit decides and even wins. */
    @Test
    void isTheNearestDouble_inTheMiddleOfTwo() {
        for (int i = 0; i < 100_000; i++) {
            // Between 2^49 and 2^50 doubles are an eighth apart: sixteenths have four decimals.
            long sixteenths = (1L << 53) + (random.nextLong() >>> 11);
            String written = sixteenths / 16 + "." + String.format("%04d", sixteenths % 16 * 625);
            assertNearest(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "true", "\"1\"", "1.2.3", "1-2", "NaN"})
    void isNone_whereNoNumberIsWritten(String written) {
        assertThat(parse(written)).isNaN();
    }

    private static void assertNearest(String written) {
        assertThat(Double.doubleToRawLongBits(parse(written)))
                .as(written)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(written)));
    }

    private static double parse(String written) {
        byte[] json = written.getBytes(StandardCharsets.UTF_8);
        return JsonNumber.parse(json, 0, json.length);
    }
}
