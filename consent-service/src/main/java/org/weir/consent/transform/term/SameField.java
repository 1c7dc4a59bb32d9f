package org.weir.consent.transform.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which obligations may follow each other on one field: a value may be generalised and then get a pseudonym, so that all
 * of a bin share one. Every other pair either undoes the first, or makes a promise of the second that it cannot keep.
 */
final class SameField {
    private static final String FIRST = "generalise";
    private static final Set<String> SECOND = Set.of("pseudonymise", "rotateId");
    private static final Set<String> ONCE = Set.of("sample", "limitUse", "delay");
    private static final String LOCATION = "coarsenLocation";
    private static final String ODOMETER = ".odometer";

    private final Map<String, String> lastOn = new HashMap<>();
    private final Set<String> about = new java.util.HashSet<>();

    /**
     * Takes the next obligation of the list.
     *
     * @throws TermFault where it may not follow those before
     */
    void take(Clause clause, Term term) throws TermFault {
        String action = clause.said().action();
        if (ONCE.contains(action) && !about.add(action)) {
            throw clause.misfit("stands twice");
        }
        if (term instanceof Term.EachRecord each) {
            for (String field : each.fields()) {
                follow(clause, field, action);
            }
        }
    }

    private void follow(Clause clause, String field, String action) throws TermFault {
        String before = lastOn.put(field, action);
        if (before != null && !(before.equals(FIRST) && SECOND.contains(action))) {
            throw clause.misfit("is on " + field + ", on which " + before
                    + " is already; only pseudonymise or rotateId may follow, and only generalise");
        }
    }

    /** Nothing that flows beside a coarse position may add up to a fine one. */
    void end(List<Clause> clauses) throws TermFault {
        for (Clause clause : clauses) {
            String odometer = clause.said().field() + ODOMETER;
            if (clause.said().action().equals(LOCATION)
                    && clause.flowing().contains(odometer)
                    && !lastOn.containsKey(odometer)) {
                throw clause.misfit("makes a position coarse beside " + odometer
                        + ", which adds up to a path; that field must not flow, or be generalised or redacted");
            }
        }
    }
}
