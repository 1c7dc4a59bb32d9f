/** Reads votes, writes decisions: who must approve an agreement, how many, until when. Pure. */
package org.weir.consent.review;
