/** Reads agreements, writes decisions: which records may flow, and the reason where they may not. */
package org.weir.consent.policy;
