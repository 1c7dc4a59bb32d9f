package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** Latitude lies within 90, longitude within 180 degrees. */
final class CoordinatesAreOnEarth implements PositionRule {
    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.COORDINATES_OFF_EARTH, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        boolean onEarth = Math.abs(entity.position().latitude()) <= 90
                && Math.abs(entity.position().longitude()) <= 180;
        return onEarth ? Optional.empty() : FAULT;
    }
}
