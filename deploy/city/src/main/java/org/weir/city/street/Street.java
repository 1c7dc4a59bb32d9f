package org.weir.city.street;

/** A named street, from end to end. */
public record Street(int id, String name, Kind kind) {
    public enum Kind {
        ARTERIAL,
        LOCAL
    }
}
