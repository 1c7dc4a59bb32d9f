/**
 * Reads a data directory and two port numbers, writes a running Kafka broker and a running PostgreSQL, both real, in one JVM.
 *
 * <p>For {@code deploy/local} and for the tests of every service: no Docker, no look-alike. Loopback only.
 */
package org.weir.stack;
