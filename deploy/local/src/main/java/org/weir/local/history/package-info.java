/** Reads past days, of the city or recorded, writes them through a feed's push address, as fast as what follows keeps up. */
package org.weir.local.history;
