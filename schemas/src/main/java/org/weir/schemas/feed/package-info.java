/** Reads contracts (ODCS), writes announcements: what a feed promises and what the other services are told of it. */
package org.weir.schemas.feed;
