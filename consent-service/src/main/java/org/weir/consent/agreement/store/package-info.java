/** Reads and writes PostgreSQL: the events of agreements, their epochs, and which of them the topics already hold. */
package org.weir.consent.agreement.store;
