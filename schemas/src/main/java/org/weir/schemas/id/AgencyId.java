package org.weir.schemas.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An agency that owns data, e.g. {@code riverton-transit}. Refuses, with a sentence, what could not stand in a topic name. */
public record AgencyId(@JsonValue String value) implements Comparable<AgencyId> {
    @JsonCreator
    public AgencyId {
        Ids.check("agency id", value);
    }

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
