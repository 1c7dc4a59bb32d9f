package org.weir.ingest.source;

import org.weir.schemas.problem.ErrorCode;

/** What asking an address came to. */
sealed interface Fetched {
    /**
     * An answer came.
     *
     * @param bytes its body
     * @param validators what to ask with next time, once the body has been taken
     */
    record Body(byte[] bytes, Validators validators) implements Fetched {}

    /** Nothing is new. */
    record NotModified() implements Fetched {}

    /** No answer came that could be taken. */
    record Failed(ErrorCode code, String detail) implements Fetched {}

    /**
     * How a server knows what it gave last.
     *
     * @param etag its ETag, or null
     * @param lastModified its Last-Modified, or null
     */
    record Validators(String etag, String lastModified) {
        static final Validators NONE = new Validators(null, null);
    }
}
