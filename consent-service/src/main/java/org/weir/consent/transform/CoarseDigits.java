package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;

/**
 * Puts the beginning of its hour, month … in the place of a date {@code YYYYMMDD} or of a time of day {@code HH:MM:SS} of
 * a service day, whose hours may pass 24.
 *
 * @param unit how coarse: month for a date; minute, quarter-hour or hour for a time of day
 * @param ofDay whether it is a time of day
 */
public record CoarseDigits(Coarseness unit, boolean ofDay) implements FieldTransform {
    @Override
    public ValueWriter writer() {
        return this::rewrite;
    }

    private byte[] rewrite(byte[] value, int from, int to) throws UnshapeableRecord {
        String text = new String(value, from, to - from, StandardCharsets.UTF_8);
        return ('"' + (ofDay ? timeOfDay(text) : date(text)) + '"').getBytes(StandardCharsets.US_ASCII);
    }

    private static String date(String text) throws UnshapeableRecord {
        if (text.length() != 8 || !digits(text, 0, 8)) {
            throw new UnshapeableRecord("A date was expected", 0);
        }
        return text.substring(0, 6) + "01";
    }

    private String timeOfDay(String text) throws UnshapeableRecord {
        int colon = text.indexOf(':');
        boolean formed = colon >= 1
                && colon <= 3
                && text.length() == colon + 6
                && text.charAt(colon + 3) == ':'
                && digits(text, 0, colon)
                && digits(text, colon + 1, colon + 3)
                && digits(text, colon + 4, colon + 6);
        if (!formed) {
            throw new UnshapeableRecord("A time of day was expected", 0);
        }
        int minute = Integer.parseInt(text.substring(colon + 1, colon + 3));
        int floor =
                switch (unit) {
                    case MINUTE -> minute;
                    case QUARTER_HOUR -> minute / 15 * 15;
                    default -> 0;
                };
        return text.substring(0, colon) + (floor < 10 ? ":0" : ":") + floor + ":00";
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
