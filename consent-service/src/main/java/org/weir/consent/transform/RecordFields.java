package org.weir.consent.transform;

/** Some fields of one record. They are numbered as the step that looks at them named them. */
public interface RecordFields {
    /** Whether the field is there with a value; null counts as absent. */
    boolean has(int field);

    /** Whether its value is text, and not a number or a truth value. */
    boolean isText(int field);

    /** Bytes that hold the value from {@link #from} to {@link #to}: UTF-8 without quotes and escapes. Not to be changed. */
    byte[] bytes(int field);

    int from(int field);

    int to(int field);

    /** The value as text. */
    String text(int field);

    /** The value as a number; not a number (NaN) where it is none. */
    double number(int field);

    /** When the record happened, milliseconds since 1970. */
    long eventTime();

    /**
     * Rewrites a value of a field that the step said it rewrites. Where the field does not flow, nothing comes of it.
     *
     * @param json a whole JSON scalar, quotes included; nobody changes it afterwards
     */
    void rewrite(int field, byte[] json) throws UnshapeableRecord;

    /** Says when the record happened as far as the recipient may know it, milliseconds since 1970. */
    void showTime(long eventTime);
}
