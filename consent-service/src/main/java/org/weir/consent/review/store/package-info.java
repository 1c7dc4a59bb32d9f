/** Reads and writes PostgreSQL: review boards. */
package org.weir.consent.review.store;
