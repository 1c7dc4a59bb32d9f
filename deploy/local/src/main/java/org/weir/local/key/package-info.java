/** Reads a directory, writes the issuer's key pair and a token for each role. */
package org.weir.local.key;
