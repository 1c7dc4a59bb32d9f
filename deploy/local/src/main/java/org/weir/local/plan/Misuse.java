package org.weir.local.plan;

/** What was asked for cannot be done; the message is a sentence that says what to ask for instead. */
public final class Misuse extends RuntimeException {

    public Misuse(String sentence) {
        super(sentence);
    }
}
