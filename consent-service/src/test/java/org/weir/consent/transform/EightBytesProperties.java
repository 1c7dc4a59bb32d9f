package org.weir.consent.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EightBytesProperties {
    @Property
    void stops_atOrBeforeTheFirstByte_thatDoesNotStandForItself(@ForAll @Size(max = 40) byte[] bytes) {
        assertFound(bytes);
    }

    @Property
    void stops_thereAmongLetters(
            @ForAll @Size(min = 1, max = 40) @ByteRange(min = 'a', max = 'z') byte[] letters, @ForAll byte odd) {
        letters[Math.floorMod(odd, letters.length)] = odd;
        assertFound(letters);
    }

    private static void assertFound(byte[] bytes) {
        int special = 0;
        while (special < bytes.length && !isSpecial(bytes[special])) {
            special++;
        }
        int told = EightBytes.ofText(bytes, 0);
        // Of the last seven bytes each is looked at by whoever asks.
        assertThat(told).isLessThanOrEqualTo(special).isGreaterThanOrEqualTo(Math.min(special, bytes.length / 8 * 8));

        int unplain = 0;
        while (unplain < bytes.length && bytes[unplain] >= 0 && bytes[unplain] != '\\') {
            unplain++;
        }
        assertThat(EightBytes.ofPlain(bytes)).isEqualTo(unplain);
    }

    private static boolean isSpecial(byte b) {
        return b < ' ' || b == '"' || b == '\\';
    }

    @Property
    void standThere_exactlyWhereEachByteDoes(
            @ForAll @Size(max = 40) byte[] bytes,
            @ForAll @IntRange(max = 40) int at,
            @ForAll @IntRange(max = 40) int length,
            @ForAll @IntRange(max = 39) int changed,
            @ForAll boolean change) {
        int from = Math.min(at, bytes.length);
        byte[] text = Arrays.copyOfRange(bytes, from, from + length);
        if (change && changed < length) {
            text[changed]++;
        }
        boolean there = from + length <= bytes.length && Arrays.equals(text, 0, length, bytes, from, from + length);
        assertThat(EightBytes.stand(text, bytes, from)).isEqualTo(there);
    }
}
