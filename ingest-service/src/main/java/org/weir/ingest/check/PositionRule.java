package org.weir.ingest.check;

import java.util.Optional;
import org.weir.ingest.decode.Entity;

/** One rule that a position must keep. */
public interface PositionRule {
    /** What is wrong with the position, or nothing. */
    Optional<Finding> finding(Entity.Position entity, Moment moment);
}
