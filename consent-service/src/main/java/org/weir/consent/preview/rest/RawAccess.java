package org.weir.consent.preview.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/**
 * Who may have a feed's raw records replayed. The feed's owner counts, whatever the text says of its assigner: else
 * whoever writes a text could name themselves. For everybody else even counts would tell: a predicate is a question.
 */
@RequestScoped
class RawAccess {
    private final SecurityIdentity caller;
    private final JsonWebToken token;

    RawAccess(SecurityIdentity caller, JsonWebToken token) {
        this.caller = caller;
        this.token = token;
    }

    /** Officer and counsel of the agency whose feed it is, and the hub's officer. */
    boolean to(FeedId feed) {
        String agency = token.getClaim("agency");
        if (agency != null) {
            return agency.equals(feed.agency().value())
                    && (caller.hasRole(Roles.DATA_OFFICER) || caller.hasRole(Roles.COUNSEL));
        }
        return token.getClaim("recipient") == null && caller.hasRole(Roles.DATA_OFFICER);
    }

    /** Who asks. */
    String name() {
        return token.getSubject();
    }
}
