package org.weir.schemas.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A feed, {@code <agency>.<dataset>}, e.g. {@code riverton-transit.vehicle-positions}. */
public record FeedId(AgencyId agency, String dataset) implements Comparable<FeedId> {
    public FeedId {
        Ids.check("dataset of the feed id", dataset);
    }

    /**
     * Reads {@code <agency>.<dataset>}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    @JsonCreator
    public static FeedId of(String value) {
        int dot = value == null ? -1 : value.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("A feed id is written <agency>.<dataset>.");
        }
        return new FeedId(new AgencyId(value.substring(0, dot)), value.substring(dot + 1));
    }

    @JsonValue
    public String value() {
        return agency.value() + '.' + dataset;
    }

    @Override
    public int compareTo(FeedId other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
