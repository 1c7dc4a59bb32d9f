package org.weir.schemas.id;

/** The one rule for the parts of a topic name: a part that passes can neither split a name nor leave its prefix. */
final class Ids {
    /** Kafka allows 249 characters in a topic name; a shared topic has four such parts and a prefix. */
    private static final int LONGEST = 48;

    private Ids() {}

    static String check(String what, String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " is missing.");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("The " + what + " is longer than " + LONGEST + " characters.");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean innerHyphen = c == '-' && i > 0 && i < value.length() - 1;
            if (!letterOrDigit && !innerHyphen) {
                throw new IllegalArgumentException(
                        "The " + what + " may hold only lower-case letters, digits and inner hyphens.");
            }
        }
        return value;
    }
}
