package org.weir.local.key;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who can sign in on this machine.
 *
 * @param role the role
 * @param name for people
 * @param agency a publisher's agency
 * @param recipient a planner's office
 */
public record LocalPerson(String role, String name, Optional<String> agency, Optional<String> recipient) {

    /** One for each role, in the order their links are printed. The names of the roles are those of the services. */
    public static List<LocalPerson> all(String agency, String recipient) {
        return List.of(
                new LocalPerson("planner", "Local planner", Optional.empty(), Optional.of(recipient)),
                new LocalPerson("publisher", "Local publisher", Optional.of(agency), Optional.empty()),
                of("data-officer", "Local data officer"),
                of("counsel", "Local counsel"),
                of("reviewer", "Local reviewer"),
                of("ops", "Local operations"),
                of("auditor", "Local auditor"));
    }

    private static LocalPerson of(String role, String name) {
        return new LocalPerson(role, name, Optional.empty(), Optional.empty());
    }
}
