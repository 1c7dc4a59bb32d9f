/** Reads HTTP requests, writes HTTP answers: the public keys with which parties sign. */
package org.weir.consent.party.rest;
