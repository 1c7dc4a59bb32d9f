/** Reads and writes secret keys: a directory outside the database, a file for each key. */
package org.weir.consent.keystore;
