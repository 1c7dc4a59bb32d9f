package org.weir.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What somebody sends to register an agency.
 *
 * @param id lower-case letters, digits and inner hyphens
 * @param name its name for people
 * @param timezone a name of the IANA time zone database
 */
public record AgencyForm(String id, String name, String timezone) {
    /**
     * The agency that the form describes.
     *
     * @throws Refusal where a field is missing or cannot be used
     */
    public Agency agency(Instant now) {
        return new Agency(agencyId(), Forms.text("name", name), zone(), now);
    }

    private AgencyId agencyId() {
        try {
            return new AgencyId(Forms.text("id", id));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.BAD_ID, e.getMessage());
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(Forms.text("timezone", timezone));
        } catch (DateTimeException e) {
            throw new Refusal(ErrorCode.BAD_TIMEZONE, "The field timezone holds no known name.");
        }
    }
}
