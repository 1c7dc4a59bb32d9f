package org.weir.consent.agreement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.topic.Json;

/** One event as it is kept. The event's JSON is ours alone; the record's and the notice's are what the topics get. */
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

    @Column(name = "notice")
    String notice;

    @Column(name = "published", nullable = false)
    boolean published;

    /** For Hibernate. */
    protected AgreementEventRow() {}

    /** What neither enforcers nor recipients need to hear, such as a comment, does not wait to be published. */
    AgreementEventRow(Agreement.Numbered numbered, Agreement after) {
        epoch = numbered.epoch();
        agreement = after.document().uid().value();
        kind = EventKinds.of(numbered.event());
        event = Json.text(numbered.event());
        record = Json.text(after.record());
        notice = after.notice().map(Json::text).orElse(null);
        published = after.epoch() != epoch;
    }

    Agreement.Numbered numbered() {
        return new Agreement.Numbered(epoch, Json.own(event, EventKinds.type(kind)));
    }

    /** Which agreement it is about. */
    public String agreement() {
        return agreement;
    }

    /** The JSON of the {@code AgreementRecord} for enforcers. */
    public String record() {
        return record;
    }

    /** The JSON of the {@code AgreementNotice} for recipients, where they are told of the agreement. */
    public Optional<String> notice() {
        return Optional.ofNullable(notice);
    }
}
