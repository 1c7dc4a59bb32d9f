package org.weir.consent.preview.rest;

import jakarta.enterprise.context.RequestScoped;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.rest.Callers;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/**
 * Who may have a feed's raw records replayed. The feed's owner counts, whatever the text says of its assigner: else
 * whoever writes a text could name themselves. For everybody else even counts would tell: a predicate is a question.
 */
@RequestScoped
class RawAccess {
    private final Callers callers;

    RawAccess(Callers callers) {
        this.callers = callers;
    }

    /** Officer and counsel of the agency whose feed it is, and the hub's officer. */
    boolean to(FeedId feed) {
        Caller caller = callers.caller();
        boolean owners =
                feed.agency().equals(caller.agency()) && (caller.is(Roles.DATA_OFFICER) || caller.is(Roles.COUNSEL));
        return owners || caller.isHubsOfficer();
    }

    /** Who asks. */
    String name() {
        return callers.subject();
    }
}
