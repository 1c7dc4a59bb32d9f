/** Reads bytes of a GTFS-Realtime message, protobuf or JSON, writes its entities one by one. */
package org.weir.ingest.decode;
