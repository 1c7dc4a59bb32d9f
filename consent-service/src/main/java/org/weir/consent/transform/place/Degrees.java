package org.weir.consent.transform.place;

import java.nio.charset.StandardCharsets;

/** Writes degrees as JSON numbers with six decimals, a tenth of a metre. */
final class Degrees {
    private static final long MICRO = 1_000_000;

    private Degrees() {}

    static byte[] json(double degrees) {
        long micro = Math.round(degrees * MICRO);
        String decimals = Long.toString(MICRO + Math.abs(micro) % MICRO).substring(1);
        String text = (micro < 0 ? "-" : "") + Math.abs(micro) / MICRO + '.' + decimals;
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
