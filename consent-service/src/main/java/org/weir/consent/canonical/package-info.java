/** Reads what is to be signed, writes its canonical bytes and their hash: the same text for the same content. */
package org.weir.consent.canonical;
