/** Reads and writes PostgreSQL: jurisdictions that presume sharing, and the prohibitions that agencies filed. */
package org.weir.consent.presumption.store;
