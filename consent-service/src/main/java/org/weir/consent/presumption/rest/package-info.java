/** Reads HTTP requests, writes HTTP answers: jurisdictions, what members draw by them, and prohibitions in writing. */
package org.weir.consent.presumption.rest;
