/** Reads HTTP requests, writes HTTP answers: what a draft would do, before anybody signs it. */
package org.weir.consent.preview.rest;
