package org.weir.dashboard.web;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.dashboard.DashboardConfig;
import org.weir.schemas.http.Roles;

/**
 * A token made out to another recipient carries no role here: what was shared with us was not shared with them. A planner
 * is always a recipient's: where the token does not say whose, it makes nobody a planner.
 */
@ApplicationScoped
public class OfThisRecipient implements SecurityIdentityAugmentor {
    private final String recipient;

    OfThisRecipient(DashboardConfig config) {
        this.recipient = config.recipient();
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String of = token.getClaim("recipient");
            if (of != null && !of.equals(recipient)) {
                return Uni.createFrom()
                        .item(QuarkusSecurityIdentity.builder()
                                .setPrincipal(token)
                                .build());
            }
            if (of == null && identity.getRoles().contains(Roles.PLANNER)) {
                return Uni.createFrom().item(withoutPlanner(identity));
            }
        }
        return Uni.createFrom().item(identity);
    }

    private static SecurityIdentity withoutPlanner(SecurityIdentity identity) {
        Set<String> others = new HashSet<>(identity.getRoles());
        others.remove(Roles.PLANNER);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(others)
                .build();
    }
}
