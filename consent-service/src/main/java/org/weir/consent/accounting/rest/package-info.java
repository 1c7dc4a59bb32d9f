/** Reads questions over HTTP and counts, writes answers: what was shared of a subject, to whom, on which day. */
package org.weir.consent.accounting.rest;
