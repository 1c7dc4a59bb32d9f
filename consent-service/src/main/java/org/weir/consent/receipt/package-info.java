/** Reads what enforcers confirmed, writes receipts that anybody can check: signed with the hub's key over their JCS form. */
package org.weir.consent.receipt;
