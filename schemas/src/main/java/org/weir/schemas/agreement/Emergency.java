package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The declaration under which an agreement runs at once, by the word of two officers.
 *
 * @param declaration its citation
 * @param sunset when sharing ends by itself; at most 30 days after it began
 * @param reviewBy by when the board has looked at it; null for no date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Emergency(String declaration, Instant sunset, Instant reviewBy) {
    /** The longest an emergency lasts without an agreement made the usual way. */
    public static final int MOST_DAYS = 30;
}
