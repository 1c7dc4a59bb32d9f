/** Reads and writes JSON: an agreement as parties sign it, and what the services tell each other of it. */
package org.weir.schemas.agreement;
