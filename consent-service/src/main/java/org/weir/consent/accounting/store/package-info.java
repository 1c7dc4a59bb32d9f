/** Reads shared topics, writes counts to PostgreSQL with the offset they reach, in one transaction; reads them again. */
package org.weir.consent.accounting.store;
