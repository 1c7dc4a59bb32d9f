/** Reads bytes and keys, writes signatures: what one party says in a topic and another takes for its word. */
package org.weir.schemas.seal;
