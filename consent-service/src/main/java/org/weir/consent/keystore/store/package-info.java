/** Reads and writes what the database remembers of the hub's keys: their names, never their secrets. */
package org.weir.consent.keystore.store;
