/** Reads and writes PostgreSQL and the keystore: the keys with which parties sign, and what they signed. */
package org.weir.consent.party;
