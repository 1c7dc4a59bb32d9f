/** Reads nothing, writes header names: the CloudEvents attributes and Weir's own that travel as Kafka headers. */
package org.weir.schemas.envelope;
