package org.weir.ingest.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Every push key in force. Safe for use by many threads. */
public final class KeyRing {
    private final Map<String, PushKey> keys = new ConcurrentHashMap<>();

    public void add(PushKey key) {
        keys.put(key.id(), key);
    }

    /**
     * Lets a push through or not.
     *
     * @param feed the feed pushed to
     * @param text the key sent, or null
     * @throws Refusal where the key is missing, unknown or another feed's
     */
    public void admit(FeedId feed, String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(ErrorCode.KEY_MISSING, "The header Weir-Key is missing.");
        }
        String id = PushKey.idOf(text);
        PushKey key = id == null ? null : keys.get(id);
        if (key == null || !key.opens(text)) {
            throw new Refusal(ErrorCode.KEY_UNKNOWN, "No key in force is the one sent.");
        }
        if (!key.feed().equals(feed)) {
            throw new Refusal(ErrorCode.KEY_OF_ANOTHER_FEED, "The key was not issued for " + feed + '.');
        }
    }
}
