package org.weir.schemas.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A problem document (RFC 9457) with Weir's extensions {@code code} and {@code remedy}.
 *
 * @param type where the code is explained
 * @param title the catalogue's sentence
 * @param status the HTTP status
 * @param detail what exactly was wrong this time, or null
 * @param instance an id that operations finds in the log, or null
 * @param code the stable code
 * @param remedy what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, String instance, String code, String remedy) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode error, String detail) {
        return of(error, detail, null);
    }

    public static Problem of(ErrorCode error, String detail, String instance) {
        return new Problem(
                "https://weir.dev/errors#" + error.code(),
                error.sentence(),
                error.status(),
                detail,
                instance,
                error.code(),
                error.remedy());
    }
}
