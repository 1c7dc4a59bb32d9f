package org.weir.ingest.health;

import java.time.Instant;
import org.weir.schemas.problem.ErrorCode;

/**
 * A fault as the feed's page tells it.
 *
 * @param code the stable code
 * @param title the catalogue's sentence
 * @param detail what exactly happened; may be null
 * @param remedy what to do
 * @param at when it happened last
 */
public record Fault(String code, String title, String detail, String remedy, Instant at) {
    public static Fault of(ErrorCode code, String detail, Instant at) {
        return new Fault(code.code(), code.sentence(), detail, code.remedy(), at);
    }
}
