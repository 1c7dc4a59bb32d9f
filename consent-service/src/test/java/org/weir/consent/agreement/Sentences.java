package org.weir.consent.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which of the known sentences was said, and what its open places hold. */
final class Sentences {
    private final List<Known> known = new ArrayList<>();

    private record Known(Pattern pattern, BiConsumer<String, String> then) {}

    /**
     * A sentence that may be said.
     *
     * @param pattern with at most two open places, e.g. {@code (\d+) days pass}
     * @param then is given what stands in them, or null
     */
    Sentences when(String pattern, BiConsumer<String, String> then) {
        known.add(new Known(Pattern.compile(pattern), then));
        return this;
    }

    /** Does what the sentence says; a sentence that nobody knows is a mistake in the file. */
    void hear(String sentence) {
        for (Known each : known) {
            Matcher matcher = each.pattern.matcher(sentence);
            if (matcher.matches()) {
                each.then.accept(
                        matcher.groupCount() > 0 ? matcher.group(1) : null,
                        matcher.groupCount() > 1 ? matcher.group(2) : null);
                return;
            }
        }
        throw new IllegalArgumentException("No scenario knows the sentence: " + sentence);
    }
}
