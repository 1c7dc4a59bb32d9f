package org.weir.dashboard.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is signed in.
 *
 * @param subject the token's subject
 * @param name a name for people, or the subject where the token has none
 * @param roles the roles it carries
 * @param agency the agency of a publisher, or null
 * @param recipient the recipient of a planner, or null
 * @param expires when the token ends
 */
public record Session(
        String subject, String name, List<String> roles, String agency, String recipient, Instant expires) {

    static Session of(JsonWebToken token) {
        String name = token.getClaim("name");
        Set<String> groups = token.getGroups() == null ? Set.of() : token.getGroups();
        return new Session(
                token.getSubject(),
                name == null ? token.getName() : name,
                List.copyOf(new TreeSet<>(groups)),
                token.getClaim("agency"),
                token.getClaim("recipient"),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
