package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** A position of a live feed was measured within a day. */
public final class TimestampIsRecent implements PositionRule {
    /** A day: what comes later is no news, and what is younger is remembered as published. */
    public static final long OLDEST_SECONDS = 24 * 60 * 60;

    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.TIMESTAMP_TOO_OLD, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        boolean old = !moment.recorded() && entity.position().timestamp() < moment.now() - OLDEST_SECONDS;
        return old ? FAULT : Optional.empty();
    }
}
