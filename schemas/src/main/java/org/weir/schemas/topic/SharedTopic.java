package org.weir.schemas.topic;

import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** What the name of a shared topic says. */
public record SharedTopic(RecipientId recipient, AgreementId agreement, FeedId feed) {
    /**
     * Reads {@code shared.<recipient>.<agreement>.<agency>.<dataset>}.
     *
     * @throws IllegalArgumentException where the name is not that of a shared topic
     */
    public static SharedTopic of(String name) {
        String[] parts = name.split("\\.", 4);
        if (parts.length != 4 || !Topics.SHARED.prefix().equals(parts[0] + '.')) {
            throw new IllegalArgumentException("Not the name of a shared topic: " + name);
        }
        return new SharedTopic(new RecipientId(parts[1]), new AgreementId(parts[2]), FeedId.of(parts[3]));
    }

    public String name() {
        return Topics.shared(recipient, agreement, feed);
    }
}
