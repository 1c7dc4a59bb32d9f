package org.weir.city.sim;

/** Receives the truth as it happens, in order of departure within a vehicle. */
@FunctionalInterface
public interface StopEvents {
    StopEvents NOBODY = event -> {};

    void happened(StopEvent event);
}
