package org.weir.ingest.check;

import org.weir.schemas.problem.ErrorCode;

/**
 * Why a record is refused.
 *
 * @param code the catalogue's code, with its sentence and remedy
 * @param detail what exactly was wrong, without the record's content; may be null
 */
public record Finding(ErrorCode code, String detail) {
    /** The sentence a person understands. */
    public String reason() {
        return detail == null ? code.sentence() : code.sentence() + ' ' + detail;
    }
}
