package org.weir.consent.agreement;

/** How a sentence about a change ends. */
final class Words {
    private Words() {}

    /** The end of a sentence with its reason, where one was given. */
    static String because(String reason) {
        return reason == null || reason.isBlank() ? "." : ": " + reason.strip();
    }
}
