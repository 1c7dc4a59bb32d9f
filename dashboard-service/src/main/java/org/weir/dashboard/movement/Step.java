package org.weir.dashboard.movement;

import java.util.List;

/**
 * What one position added.
 *
 * @param progress what is known of the vehicle now
 * @param traversals the segments it finished
 * @param unmatched why it added nothing; null where it was matched
 */
public record Step(Progress progress, List<Traversal> traversals, Unmatched unmatched) {}
