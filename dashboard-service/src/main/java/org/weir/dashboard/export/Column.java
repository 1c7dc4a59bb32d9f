package org.weir.dashboard.export;

/** A column of a table. */
public record Column(String name, Type type) {
    /** What its cells are; any may be null. */
    public enum Type {
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link String}. */
        TEXT,
        /** {@link Long}. */
        WHOLE,
        /** {@link Double}. */
        NUMBER,
        /** A moment: {@link Long}, POSIX seconds. */
        TIME
    }

    static Column date(String name) {
        return new Column(name, Type.DATE);
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column whole(String name) {
        return new Column(name, Type.WHOLE);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    static Column time(String name) {
        return new Column(name, Type.TIME);
    }
}
