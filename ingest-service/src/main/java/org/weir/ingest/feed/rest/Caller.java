package org.weir.ingest.feed.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Who asks, and for whom it may act. */
@RequestScoped
class Caller {
    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * Lets officers act for every agency and a publisher for its own.
     *
     * @throws Refusal {@code not-allowed}
     */
    void actFor(AgencyId agency) {
        if (!actsFor(agency)) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "A publisher acts for the agency that its token names.");
        }
    }

    /** Whether it may act for an agency. */
    boolean actsFor(AgencyId agency) {
        return has(Roles.DATA_OFFICER) || has(Roles.OPS) || publishesFor(agency);
    }

    /** Whether it may see an agency's records as they came. */
    boolean seesRecordsOf(AgencyId agency) {
        return has(Roles.DATA_OFFICER) || publishesFor(agency);
    }

    private boolean publishesFor(AgencyId agency) {
        return has(Roles.PUBLISHER) && agency.value().equals(token.getClaim("agency"));
    }

    private boolean has(String role) {
        Set<String> groups = token.getGroups();
        return groups != null && groups.contains(role);
    }
}
