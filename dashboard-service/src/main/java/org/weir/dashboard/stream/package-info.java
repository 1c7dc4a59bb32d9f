/** Reads shared topics and schedules, writes segment speeds: the Kafka Streams topology that only calls movement and measure. */
package org.weir.dashboard.stream;
