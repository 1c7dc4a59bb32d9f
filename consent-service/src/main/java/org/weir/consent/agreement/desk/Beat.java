package org.weir.consent.agreement.desk;

/** Something that time brings: looked at every half second. What it throws is logged, and the next beat tries again. */
public interface Beat {
    void beat();
}
