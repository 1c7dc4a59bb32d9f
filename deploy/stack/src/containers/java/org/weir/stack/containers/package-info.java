/** Reads the profile {@code testcontainers}, writes the same running broker and database, in containers. */
package org.weir.stack.containers;
