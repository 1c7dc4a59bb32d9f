package org.weir.consent.presumption;

import java.time.Instant;
import org.weir.schemas.id.FeedId;

/**
 * The owner's word, in writing, that a law forbids what another presumes.
 *
 * @param id its id
 * @param feed the feed that must not be drawn on
 * @param citation the law that forbids it
 * @param reason in the owner's words
 * @param filedBy the officer who filed it
 * @param filedAt when
 */
public record WrittenProhibition(
        String id, FeedId feed, String citation, String reason, String filedBy, Instant filedAt) {}
