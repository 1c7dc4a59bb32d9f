package org.weir.consent.ledger.audit;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, and what holds but is worth saying. The first of each are kept in words, all are counted. */
final class Findings {
    private static final int IN_WORDS = 20;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long wrongInAll;
    private long remarksInAll;

    void wrong(String sentence) {
        if (wrongInAll++ < IN_WORDS) {
            wrong.add(sentence);
        }
    }

    void remark(String sentence) {
        if (remarksInAll++ < IN_WORDS) {
            remarks.add(sentence);
        }
    }

    List<String> wrong() {
        return told(wrong, wrongInAll);
    }

    List<String> remarks() {
        return told(remarks, remarksInAll);
    }

    private static List<String> told(List<String> some, long all) {
        List<String> told = new ArrayList<>(some);
        if (all > some.size()) {
            told.add("… and " + (all - some.size()) + " more.");
        }
        return told;
    }
}
