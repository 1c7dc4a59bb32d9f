package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** A position has coordinates. */
final class PositionIsThere implements PositionRule {
    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.NO_POSITION, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        return entity.placed() ? Optional.empty() : FAULT;
    }
}
