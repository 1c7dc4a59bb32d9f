package org.weir.local.run;

/** Weir could not be started; the message is a sentence for the person who asked, with what to do. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
