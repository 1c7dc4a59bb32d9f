package org.weir.ingest.feed.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.weir.ingest.feed.PushKey;
import org.weir.schemas.id.FeedId;

/** A row of {@code push_key}. */
@Entity(name = "PushKey")
@Table(name = "push_key")
public class KeyEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String feed;

    public byte[] hash;

    @Column(name = "issued_at")
    public Instant issuedAt;

    static KeyEntity of(PushKey key) {
        KeyEntity row = new KeyEntity();
        row.id = key.id();
        row.feed = key.feed().value();
        row.hash = key.hash();
        row.issuedAt = key.issuedAt();
        return row;
    }

    PushKey key() {
        return new PushKey(id, FeedId.of(feed), hash, issuedAt);
    }
}
