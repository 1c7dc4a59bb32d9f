/** Reads the hub's public keys and what came under its name, writes what is the hub's word and nothing else. */
package org.weir.dashboard.trust;
