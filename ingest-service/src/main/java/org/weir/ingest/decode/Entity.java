package org.weir.ingest.decode;

import org.weir.schemas.position.VehiclePosition;

/** One entity of a message that is, or should be, a vehicle's position. */
public sealed interface Entity {
    /** The entity's id in its message; may be null. */
    String id();

    /**
     * A position that could be read.
     *
     * @param id the entity's id
     * @param position what it says
     * @param placed whether latitude and longitude were sent, be they numbers or not
     */
    record Position(String id, VehiclePosition position, boolean placed) implements Entity {}

    /**
     * An entity that could not be read; its neighbours could.
     *
     * @param id the entity's id, where that much could be read
     * @param detail what was wrong
     * @param bytes the entity as it came
     */
    record Unreadable(String id, String detail, byte[] bytes) implements Entity {}
}
