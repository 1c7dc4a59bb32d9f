package org.weir.consent.agreement.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.weir.consent.agreement.Caller;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Who somebody is, as a token says. */
class CallersTest {
    @Test
    void takesTheSubject_whateverTheNames() {
        Caller caller = of(Map.of(
                        "sub",
                        "8f2c",
                        "upn",
                        "olga@agency",
                        "preferred_username",
                        "olga",
                        "agency",
                        "riverton-transit"))
                .caller();

        assertThat(caller.subject()).isEqualTo("8f2c");
        assertThat(caller.agency()).isEqualTo(new AgencyId("riverton-transit"));
        assertThat(caller.roles()).containsExactly(Roles.DATA_OFFICER);
    }

    @Test
    void turnsAway_whoeverHasNone() {
        for (Map<String, Object> claims :
                Set.of(Map.<String, Object>of("upn", "olga@agency"), Map.<String, Object>of("upn", "o", "sub", " "))) {
            assertThatThrownBy(() -> of(claims).caller())
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.error())
                            .isEqualTo(ErrorCode.NOT_ALLOWED));
        }
    }

    private static Callers of(Map<String, Object> claims) {
        JsonWebToken token = new Token(claims);
        return new Callers(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(token)
                        .addRole(Roles.DATA_OFFICER)
                        .build(),
                token);
    }

    /** A token whose name is what the specification makes of it: the upn before all else. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return (String) claims.get("upn");
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
