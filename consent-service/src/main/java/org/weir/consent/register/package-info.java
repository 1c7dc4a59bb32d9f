/** Reads agreements and daily counts, writes the public register as linked data: no record's content, no person's name. */
package org.weir.consent.register;
