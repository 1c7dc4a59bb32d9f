/** Reads HTTP requests, writes HTTP answers: boards, their votes and minutes. */
package org.weir.consent.review.rest;
