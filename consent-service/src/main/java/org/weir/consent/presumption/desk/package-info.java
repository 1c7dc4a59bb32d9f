/** Reads jurisdictions, prohibitions and draws, writes agreements into force and ends those that a law forbids. */
package org.weir.consent.presumption.desk;
