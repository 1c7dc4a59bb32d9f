package org.weir.ingest.decode;

import java.util.List;

/**
 * A message that was read.
 *
 * @param entities its vehicle positions, in the message's order
 * @param ignored how many entities carry something else: trip updates, alerts, deletions
 */
public record Message(List<Entity> entities, int ignored) {}
