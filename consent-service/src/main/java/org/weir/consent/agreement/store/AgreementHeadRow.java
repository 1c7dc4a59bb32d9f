package org.weir.consent.agreement.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.weir.consent.agreement.Agenda;
import org.weir.consent.agreement.Agreement;
import org.weir.schemas.id.AgreementId;

/** An agreement as its last event left it, to be found without a replay. */
@Entity
@Table(name = "agreement_head")
class AgreementHeadRow {
    @Id
    @Column(name = "agreement")
    String agreement;

    @Column(name = "epoch", nullable = false)
    long epoch;

    @Column(name = "state", nullable = false)
    String state;

    /** When the clock must look at it; null where nothing comes by itself. */
    @Column(name = "due")
    Instant due;

    @Column(name = "parent")
    String parent;

    /** Whether it rests, or does not begin, because its parent rests. */
    @Column(name = "held", nullable = false)
    boolean held;

    /** For Hibernate. */
    protected AgreementHeadRow() {}

    AgreementHeadRow(Agreement after) {
        agreement = after.document().uid().value();
        epoch = after.last().epoch();
        state = after.state().name();
        due = Agenda.next(after).orElse(null);
        AgreementId from = after.document().inheritFrom();
        parent = from == null ? null : from.value();
        held = after.rest().withParent();
    }
}
