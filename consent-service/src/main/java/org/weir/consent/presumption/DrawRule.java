package org.weir.consent.presumption;

import java.util.Optional;
import org.weir.schemas.problem.Refusal;

/** A reason for which sharing is not presumed. */
interface DrawRule {
    /** Why not, by this rule; empty where it has no objection. */
    Optional<Refusal> objection(DrawCase of);
}
