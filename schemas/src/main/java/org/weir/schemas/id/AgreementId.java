package org.weir.schemas.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An agreement, through all its versions, e.g. {@code buses-for-planning}. Refuses, with a sentence, what could not stand in a topic name. */
public record AgreementId(@JsonValue String value) implements Comparable<AgreementId> {
    @JsonCreator
    public AgreementId {
        Ids.check("agreement id", value);
    }

    @Override
    public int compareTo(AgreementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
