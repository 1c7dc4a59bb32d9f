package org.weir.ingest.feed.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code feed_health}: a feed's tally as JSON. */
@Entity(name = "Tally")
@Table(name = "feed_health")
public class TallyEntity extends PanacheEntityBase {
    @Id
    public String feed;

    public String tally;
}
