package org.weir.consent.agreement;

/**
 * What makes an agreement rest. It goes on when neither does any more: whoever lets a parent go on does not take back
 * what an officer said of a child.
 *
 * @param byHand whether the agency suspended it
 * @param withParent whether what it inherits from rests
 */
public record Rest(boolean byHand, boolean withParent) {
    static final Rest NONE = new Rest(false, false);

    boolean any() {
        return byHand || withParent;
    }

    Rest byHand(boolean now) {
        return new Rest(now, withParent);
    }

    Rest withParent(boolean now) {
        return new Rest(byHand, now);
    }
}
