package org.weir.ingest.feed.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import org.weir.ingest.feed.Agency;
import org.weir.schemas.id.AgencyId;

/** A row of {@code agency}. */
@Entity(name = "Agency")
@Table(name = "agency")
public class AgencyEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;

    public String timezone;

    @Column(name = "registered_at")
    public Instant registeredAt;

    static AgencyEntity of(Agency agency) {
        AgencyEntity row = new AgencyEntity();
        row.id = agency.id().value();
        row.name = agency.name();
        row.timezone = agency.timezone().getId();
        row.registeredAt = agency.registeredAt();
        return row;
    }

    Agency agency() {
        return new Agency(new AgencyId(id), name, ZoneId.of(timezone), registeredAt);
    }
}
