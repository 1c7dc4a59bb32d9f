/** Reads codes, writes problem documents (RFC 9457): the one catalogue of what can be wrong, why, and what to do. */
package org.weir.schemas.problem;
