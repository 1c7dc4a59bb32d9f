package org.weir.consent.agreement;

import java.util.Set;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.RecipientId;

/**
 * Who asks, as the token says.
 *
 * @param subject the person
 * @param roles what the person is
 * @param agency for which agency, or null
 * @param recipient for which recipient, or null
 */
public record Caller(String subject, Set<String> roles, AgencyId agency, RecipientId recipient) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether an officer or counsel of nobody in particular: the hub's, who acts for a village without officers. */
    public boolean ofTheHub() {
        return speaksForNobody() && (is(Roles.DATA_OFFICER) || is(Roles.COUNSEL));
    }

    /** Whether the hub's officer: whatever is done or seen of raw data is the officer's alone, not counsel's. */
    public boolean isHubsOfficer() {
        return speaksForNobody() && is(Roles.DATA_OFFICER);
    }

    private boolean speaksForNobody() {
        return agency == null && recipient == null;
    }

    /** For which party of that agreement, or null. The hub's people act for the agency, never for the recipient. */
    public Side sideOf(AgreementDocument document) {
        if (ofTheHub() || agency != null && agency.equals(document.assigner())) {
            return Side.ASSIGNER;
        }
        return recipient != null && recipient.equals(document.assignee()) ? Side.ASSIGNEE : null;
    }
}
