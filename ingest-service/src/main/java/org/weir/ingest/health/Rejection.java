package org.weir.ingest.health;

import org.weir.schemas.problem.ErrorCode;

/**
 * One record that was refused, as its publisher is told.
 *
 * @param entity the entity's id in the message, where it could be read
 * @param code the stable code
 * @param reason the sentence a person understands
 * @param remedy what to do
 */
public record Rejection(String entity, String code, String reason, String remedy) {
    public static Rejection of(String entity, ErrorCode code, String reason) {
        return new Rejection(entity, code.code(), reason, code.remedy());
    }
}
