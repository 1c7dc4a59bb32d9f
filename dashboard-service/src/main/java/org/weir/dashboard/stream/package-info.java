/** Reads shared topics and schedules, writes trip runs: the Kafka Streams topology that only calls movement. */
package org.weir.dashboard.stream;
