package org.weir.local.history;

/** The past cannot be sent; the message is a sentence for people. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotTaken(String sentence) {
        super(sentence);
    }
}
