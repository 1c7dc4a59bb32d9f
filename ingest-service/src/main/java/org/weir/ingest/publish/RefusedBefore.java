package org.weir.ingest.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which refusals are in quarantine, so that a bus parked without a fix does not fill it with every poll. Forgets those
 * that were not repeated for longest; a forgotten one goes to quarantine once more. Not safe for use by many threads.
 */
final class RefusedBefore {
    private final Map<String, Boolean> seen;

    RefusedBefore(int limit) {
        seen = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > limit;
            }
        };
    }

    boolean contains(String refusal) {
        // get, not containsKey: being asked for keeps it.
        return seen.get(refusal) != null;
    }

    void add(String refusal) {
        seen.put(refusal, Boolean.TRUE);
    }
}
