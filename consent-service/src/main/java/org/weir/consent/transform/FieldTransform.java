package org.weir.consent.transform;

/** What an obligation does to one field. Immutable, so that every worker may share it. */
public interface FieldTransform {
    /** A writer for one thread; it may hold state that is dear to make. */
    ValueWriter writer();

    /** Rewrites values, on one thread. */
    interface ValueWriter {
        /**
         * The JSON text that stands in place of the value.
         *
         * @param value UTF-8, without quotes and escapes
         * @param from first byte of the value
         * @param to behind its last byte
         * @return whole JSON scalar, quotes included; the caller does not change it
         * @throws UnshapeableRecord where the value is not of the kind that the transform was agreed for
         */
        byte[] rewrite(byte[] value, int from, int to) throws UnshapeableRecord;
    }
}
