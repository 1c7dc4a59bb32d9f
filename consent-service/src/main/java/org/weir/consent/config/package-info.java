/** Reads settings, writes nothing: what of consent-service can be set, with its defaults. */
package org.weir.consent.config;
