/** Reads requests, writes pages, sessions and what the other two services answer: one address for the browser. */
package org.weir.dashboard.web;
