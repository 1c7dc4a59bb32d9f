/** Reads an agreement's text, writes what is wrong with it: one rule, one class, one error code. */
package org.weir.consent.agreement.rule;
