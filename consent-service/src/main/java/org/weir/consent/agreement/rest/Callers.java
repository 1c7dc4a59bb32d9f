package org.weir.consent.agreement.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.consent.agreement.Caller;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads who asks from the token of the request. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Callers(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The caller of this request. */
    public Caller caller() {
        return new Caller(
                subject(), identity.getRoles(), claim("agency", AgencyId::new), claim("recipient", RecipientId::new));
    }

    /**
     * Who somebody is, is the issuer's word in {@code sub}: names may be chosen anew, or be given to somebody else, and a
     * person must not be two who vote or confirm.
     */
    public String subject() {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "Your token does not say whose it is; it needs the claim sub.");
        }
        return subject;
    }

    /** A claim that cannot be read must not make somebody the hub's officer, who has none. */
    private <T> T claim(String name, Function<String, T> id) {
        Object claim = token.getClaim(name);
        if (claim == null) {
            return null;
        }
        try {
            return id.apply(claim.toString());
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "The claim " + name + " of your token is no id.");
        }
    }
}
