/** Reads two agreements, a parent and a child, writes where the child allows more: one clause, one class. */
package org.weir.consent.agreement.narrow;
