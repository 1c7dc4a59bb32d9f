package org.weir.ingest.feed;

import java.time.Instant;
import java.time.ZoneId;
import org.weir.schemas.id.AgencyId;

/**
 * A registered agency.
 *
 * @param id its id
 * @param name its name for people
 * @param timezone in which its service days are counted
 * @param registeredAt when it was registered
 */
public record Agency(AgencyId id, String name, ZoneId timezone, Instant registeredAt) {}
