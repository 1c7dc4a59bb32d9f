/** Reads an agreement's JSON, writes it as ODRL 2.2 in JSON-LD, and back; a word that is not known is refused. */
package org.weir.consent.odrl;
