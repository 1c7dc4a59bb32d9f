/** Reads what truly happened at stops and where buses truly were, writes it as CSV. */
package org.weir.city.truth;
