package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** Coordinates are not both zero, which a receiver without a fix reports. */
final class CoordinatesAreAFix implements PositionRule {
    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.COORDINATES_ZERO, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        boolean zero = entity.position().latitude() == 0 && entity.position().longitude() == 0;
        return zero ? FAULT : Optional.empty();
    }
}
