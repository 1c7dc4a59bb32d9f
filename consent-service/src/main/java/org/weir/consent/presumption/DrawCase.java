package org.weir.consent.presumption;

import java.util.List;
import org.weir.schemas.feed.FeedContract;

/**
 * A draw with all that its rules look at.
 *
 * @param contract the contract of the feed drawn on
 * @param prohibitions those filed for that feed
 */
public record DrawCase(
        Jurisdiction jurisdiction, Draw draw, FeedContract contract, List<WrittenProhibition> prohibitions) {}
