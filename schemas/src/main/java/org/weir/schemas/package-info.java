/** Reads nothing, writes nothing: what crosses a boundary between Weir's services, and nothing else. */
package org.weir.schemas;
