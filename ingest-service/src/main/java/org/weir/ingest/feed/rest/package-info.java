/** Reads HTTP requests about agencies and feeds, writes registrations and what is told of them. */
package org.weir.ingest.feed.rest;
