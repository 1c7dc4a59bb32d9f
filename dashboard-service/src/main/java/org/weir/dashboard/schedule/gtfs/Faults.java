package org.weir.dashboard.schedule.gtfs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each fault is in an archive. */
final class Faults {
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

    void count(Fault fault) {
        count(fault, 1);
    }

    void count(Fault fault, int many) {
        if (many > 0) {
            counts.merge(fault, many, Integer::sum);
        }
    }

    List<String> sentences() {
        return counts.entrySet().stream()
                .map(each -> each.getKey().of(each.getValue()))
                .toList();
    }
}
