package org.weir.consent.transform.scope;

import java.time.Instant;
import java.util.Optional;
import org.weir.consent.transform.RecordStep;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Lets records flow that happened within a span; by event time, whatever the clock says.
 *
 * @param from the first event time in scope; null for any
 * @param until the first event time behind the scope; null for any
 */
public record WithinTime(Instant from, Instant until) implements RecordStep {
    @Override
    public Worker worker() {
        long first = from == null ? Long.MIN_VALUE : from.toEpochMilli();
        long behind = until == null ? Long.MAX_VALUE : until.toEpochMilli();
        Optional<ReasonCode> out = Optional.of(ReasonCode.OUT_OF_SCOPE);
        Optional<ReasonCode> unknown = Optional.of(ReasonCode.SCOPE_UNKNOWN);
        return record -> {
            if (record.eventTime() < 0) {
                return unknown;
            }
            return record.eventTime() >= first && record.eventTime() < behind ? Worker.PASSES : out;
        };
    }
}
