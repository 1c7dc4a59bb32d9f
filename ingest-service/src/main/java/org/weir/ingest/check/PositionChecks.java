package org.weir.ingest.check;

import java.util.List;
import java.util.Optional;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.problem.ErrorCode;

/** Every rule, in the order in which they are asked: the first finding names the fault. */
public final class PositionChecks {
    private static final List<PositionRule> RULES = List.of(
            new IdsAreShort(),
            new VehicleIsNamed(),
            new PositionIsThere(),
            new CoordinatesAreNumbers(),
            new CoordinatesAreOnEarth(),
            new CoordinatesAreAFix(),
            new TimestampIsThere(),
            new TimestampHasCome(),
            new TimestampIsRecent());

    private PositionChecks() {}

    /** Why the entity is refused, or nothing where it may be published. */
    public static Optional<Finding> finding(Entity entity, Moment moment) {
        if (entity instanceof Entity.Unreadable unreadable) {
            return Optional.of(new Finding(ErrorCode.ENTITY_UNREADABLE, unreadable.detail()));
        }
        Entity.Position position = (Entity.Position) entity;
        for (PositionRule rule : RULES) {
            Optional<Finding> finding = rule.finding(position, moment);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }
}
