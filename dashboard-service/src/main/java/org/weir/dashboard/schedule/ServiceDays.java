package org.weir.dashboard.schedule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** On which dates each service runs: weekdays within a span, then exceptions. */
public final class ServiceDays {
    private final Map<String, Span> spans = new HashMap<>();
    private final Map<String, Set<LocalDate>> added = new HashMap<>();
    private final Map<String, Set<LocalDate>> removed = new HashMap<>();
    private final TreeSet<LocalDate> ends = new TreeSet<>();

    /** Weekdays as bits, Monday the lowest. */
    private record Span(int weekdays, LocalDate from, LocalDate to) {}

    public void span(String service, int weekdays, LocalDate from, LocalDate to) {
        spans.put(service, new Span(weekdays, from, to));
        if (weekdays != 0) {
            ends.add(from);
            ends.add(to);
        }
    }

    public void exception(String service, LocalDate date, boolean runs) {
        (runs ? added : removed).computeIfAbsent(service, s -> new HashSet<>()).add(date);
        if (runs) {
            ends.add(date);
        }
    }

    public boolean runs(String service, LocalDate date) {
        if (added.getOrDefault(service, Set.of()).contains(date)) {
            return true;
        }
        Span span = spans.get(service);
        return span != null
                && !date.isBefore(span.from())
                && !date.isAfter(span.to())
                && (span.weekdays() >> date.getDayOfWeek().ordinal() & 1) == 1
                && !removed.getOrDefault(service, Set.of()).contains(date);
    }

    /** The first date that anything runs on, or null. */
    public LocalDate from() {
        return ends.isEmpty() ? null : ends.first();
    }

    /** The last, or null. */
    public LocalDate to() {
        return ends.isEmpty() ? null : ends.last();
    }
}
