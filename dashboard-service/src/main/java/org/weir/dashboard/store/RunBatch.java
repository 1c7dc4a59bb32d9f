package org.weir.dashboard.store;

import java.util.Collection;

/**
 * What was read at once of one partition of the runs' topic: the last value of each run.
 *
 * @param from the first offset
 * @param to the offset after the last
 */
record RunBatch(int partition, long from, long to, Collection<KeptRun> runs) {}
