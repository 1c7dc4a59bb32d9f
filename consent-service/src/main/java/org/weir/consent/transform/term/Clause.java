package org.weir.consent.transform.term;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.problem.ErrorCode;

/**
 * One obligation and the feed that it is for.
 *
 * @param number its place in the list, from 0
 * @param said as the parties wrote it
 * @param flowing the fields that flow
 * @param contract the feed's contract
 * @param zone the time zone in which the feed counts its days
 */
record Clause(int number, Obligation said, List<String> flowing, FeedContract contract, ZoneId zone) {
    /** The field that it is on: one of the contract that flows, unless the obligation counts without it. */
    ContractField field() throws TermFault {
        if (said.field() == null) {
            throw misfit("does not say its field");
        }
        if (!flowing.contains(said.field()) && !Obligations.actOnTheRecord(said)) {
            throw misfit("is on " + said.field() + ", which is not in target.fields");
        }
        return contract.field(said.field())
                .orElseThrow(() -> misfit("is on " + said.field() + ", which the contract does not have"));
    }

    /** The field that it is on, which holds any text. */
    ContractField anyText() throws TermFault {
        ContractField field = field();
        if (!field.type().equals("string")) {
            throw misfit("is on " + field.path() + ", which holds a " + field.type() + ", not text");
        }
        if (field.form().pattern() != null) {
            throw misfit("would put something in the place of " + field.path()
                    + " that the contract does not take there; redact or generalise it");
        }
        return field;
    }

    /** It is about the whole record. */
    void wholeRecord() throws TermFault {
        if (said.field() != null) {
            throw misfit("is about the whole record and names the field " + said.field());
        }
    }

    Optional<String> with(String name) {
        return Optional.ofNullable(said.with().get(name));
    }

    /** A number that a {@link Parameter} has let pass. */
    Optional<BigDecimal> number(String name) {
        return with(name).map(BigDecimal::new);
    }

    /** It does not fit the feed. */
    TermFault misfit(String what) {
        return new TermFault(ErrorCode.AGREEMENT_OBLIGATION_FIELD, name() + " " + what + ".");
    }

    /** It says something that is not understood. */
    TermFault unknown(String what) {
        return new TermFault(ErrorCode.AGREEMENT_UNKNOWN_TERM, name() + " " + what + ".");
    }

    private String name() {
        return "obligations[" + number + "], " + said.action() + ",";
    }
}
