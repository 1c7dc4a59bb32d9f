package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;

/**
 * Shows the last characters of a text behind four stars. Never more than half of a text is shown, and nothing of one
 * below four characters, so that no value passes whole and a smaller number never shows more. The stars do not tell how
 * long the text was.
 *
 * @param showLast how many characters are shown at most
 */
public record Mask(int showLast) implements FieldTransform {
    private static final String STARS = "****";
    /** Half of three characters is nearly all of it. */
    private static final int SHORTEST = 4;

    @Override
    public ValueWriter writer() {
        return this::rewrite;
    }

    private byte[] rewrite(byte[] value, int from, int to) {
        String text = new String(value, from, to - from, StandardCharsets.UTF_8);
        int length = text.codePointCount(0, text.length());
        int shown = length < SHORTEST ? 0 : Math.min(showLast, length / 2);
        String tail = text.substring(text.offsetByCodePoints(text.length(), -shown));
        return JsonText.quoted(STARS + tail);
    }
}
