package org.weir.consent.transform;

/** A record that cannot be brought into its agreed form. It is never shared; it goes to quarantine. */
public final class UnshapeableRecord extends Exception {
    /**
     * What is wrong and where, without a word of the record's content.
     *
     * @param offset the byte at which it was noticed
     */
    public UnshapeableRecord(String what, int offset) {
        // No stack trace: a feed gone bad would pay for one on every record.
        super(what + " (byte " + offset + ')', null, false, false);
    }
}
