package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** A position says when it was measured. The header's time does not stand in: it changes with every message, so that a parked bus would be published for ever. */
final class TimestampIsThere implements PositionRule {
    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.NO_TIMESTAMP, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        return entity.position().timestamp() > 0 ? Optional.empty() : FAULT;
    }
}
