/** Reads text, writes validated ids: every id that appears in a topic name, a URL or a record. */
package org.weir.schemas.id;
