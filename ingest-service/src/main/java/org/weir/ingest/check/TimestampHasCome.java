package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** A position was measured by now, give or take two clocks. Milliseconds sent for seconds end here as well. */
final class TimestampHasCome implements PositionRule {
    /** What clocks of vehicles were seen to be ahead, with a margin; more would sort a bus before all others. */
    static final long TOLERANCE_SECONDS = 5 * 60;

    private static final Optional<Finding> FAULT = Optional.of(new Finding(ErrorCode.TIMESTAMP_IN_FUTURE, null));

    @Override
    public Optional<Finding> finding(Entity.Position entity, Moment moment) {
        return entity.position().timestamp() > moment.now() + TOLERANCE_SECONDS ? FAULT : Optional.empty();
    }
}
