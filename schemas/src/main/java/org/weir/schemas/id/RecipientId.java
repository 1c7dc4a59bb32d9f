package org.weir.schemas.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who receives shared data, e.g. {@code city-planning}. Refuses, with a sentence, what could not stand in a topic name. */
public record RecipientId(@JsonValue String value) implements Comparable<RecipientId> {
    @JsonCreator
    public RecipientId {
        Ids.check("recipient id", value);
    }

    @Override
    public int compareTo(RecipientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
