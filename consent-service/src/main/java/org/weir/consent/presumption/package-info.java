/** Reads jurisdictions, prohibitions and what a member asks for, writes an agreement to draw by, or why there is none. Pure. */
package org.weir.consent.presumption;
