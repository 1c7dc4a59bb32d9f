package org.weir.dashboard.web;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.dashboard.DashboardConfig;

/** A token made out to another recipient carries no role here: what was shared with us was not shared with them. */
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
        }
        return Uni.createFrom().item(identity);
    }
}
