package org.weir.consent.agreement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementEvent;
import org.weir.consent.topic.Json;

/** One event as it is kept. The event's JSON is ours alone; the record's is what the topics get. */
@Entity
@Table(name = "agreement_event")
public class AgreementEventRow {
    @Id
    @Column(name = "epoch")
    long epoch;

    @Column(name = "agreement", nullable = false)
    String agreement;

    @Column(name = "kind", nullable = false)
    String kind;

    @Column(name = "event", nullable = false)
    String event;

    @Column(name = "record", nullable = false)
    String record;

    @Column(name = "published", nullable = false)
    boolean published;

    /** When the agreement ends; on its activation only. */
    @Column(name = "expires")
    Instant expires;

    /** For Hibernate. */
    protected AgreementEventRow() {}

    AgreementEventRow(Agreement.Numbered numbered, Agreement after) {
        epoch = numbered.epoch();
        agreement = after.document().uid().value();
        kind = numbered.event().getClass().getSimpleName();
        event = Json.text(numbered.event());
        record = Json.text(after.record());
        expires = numbered.event() instanceof AgreementEvent.Activated
                ? after.document().expires()
                : null;
    }

    Agreement.Numbered numbered() {
        Class<? extends AgreementEvent> type =
                switch (kind) {
                    case "Drafted" -> AgreementEvent.Drafted.class;
                    case "Activated" -> AgreementEvent.Activated.class;
                    case "Expired" -> AgreementEvent.Expired.class;
                    case "Revoked" -> AgreementEvent.Revoked.class;
                    default -> throw new IllegalStateException("An event of an unknown kind is kept: " + kind);
                };
        return new Agreement.Numbered(epoch, Json.own(event, type));
    }

    /** Which agreement it is about. */
    public String agreement() {
        return agreement;
    }

    /** The JSON of the {@code AgreementRecord} for the topic. */
    public String record() {
        return record;
    }
}
