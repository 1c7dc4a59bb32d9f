package org.weir.city.flaw;

import org.weir.city.sim.BusReport;

/**
 * A position as it reaches the agency.
 *
 * @param arrival seconds of the epoch, by the true clock
 * @param truth what the bus would have said without any flaw
 */
public record Message(long arrival, Position position, BusReport truth) {}
