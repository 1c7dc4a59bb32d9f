/** Reads and writes Kafka: topics created as declared, compacted topics followed to their end. */
package org.weir.consent.topic;
