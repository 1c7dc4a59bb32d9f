package org.weir.schemas.ledger;

import java.time.Instant;

/**
 * The value in the {@code enforcement-status} topic.
 *
 * @param enforcer the enforcer, by its transactional id
 * @param epoch everything it commits from now on is decided by this epoch of agreements or a later one
 * @param stopped whether it left in order and will commit nothing more
 * @param at when
 */
public record EnforcementStatus(String enforcer, long epoch, boolean stopped, Instant at) {}
