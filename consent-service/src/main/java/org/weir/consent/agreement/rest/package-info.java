/** Reads HTTP requests, writes HTTP answers: agreements, their receipts, the purposes and contracts they may name. */
package org.weir.consent.agreement.rest;
