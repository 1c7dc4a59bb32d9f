/** Reads where buses truly are, writes what their agency hears of it: sampled, blurred, mislabelled, late or not at all. */
package org.weir.city.flaw;
