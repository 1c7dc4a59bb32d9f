package org.weir.schemas.feed;

/** How a field may hurt somebody when it is shared. */
public enum Classification {
    /** Names a person or a thing that one person uses. */
    DIRECT_IDENTIFIER("direct-identifier"),
    /** Names somebody when combined with other fields. */
    QUASI_IDENTIFIER("quasi-identifier"),
    /** Harms when known of somebody. */
    SENSITIVE("sensitive"),
    /** Could be published. */
    OPEN("open");

    private final String term;

    Classification(String term) {
        this.term = term;
    }

    /** The word in a contract. */
    public String term() {
        return term;
    }

    /**
     * Reads the word in a contract.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Classification of(String term) {
        for (Classification each : values()) {
            if (each.term.equals(term)) {
                return each;
            }
        }
        throw new IllegalArgumentException("Unknown classification: " + term);
    }
}
