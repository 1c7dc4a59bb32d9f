package org.weir.local.key;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who can sign in on this machine.
 *
 * @param id the subject of the token, and the name of its file
 * @param role the role
 * @param name for people
 * @param agency a publisher's agency
 * @param recipient a planner's office, or an officer's who receives data
 */
public record LocalPerson(String id, String role, String name, Optional<String> agency, Optional<String> recipient) {

    /** The data officer who acts for the agency. */
    public static final String OFFICER = "data-officer";

    /** The data officer of the office that receives the data. */
    public static final String RECIPIENT_OFFICER = "recipient-officer";

    /**
     * Everybody, in the order in which their links are printed. The names of the roles are those of the services. An
     * agreement takes officers of both sides, an emergency two of the agency's.
     */
    public static List<LocalPerson> all(String agency, String recipient) {
        return List.of(
                new LocalPerson("planner", "planner", "Local planner", Optional.empty(), Optional.of(recipient)),
                new LocalPerson("publisher", "publisher", "Local publisher", Optional.of(agency), Optional.empty()),
                of(OFFICER, OFFICER, "Local data officer"),
                of("second-officer", OFFICER, "Local second data officer"),
                new LocalPerson(
                        RECIPIENT_OFFICER,
                        OFFICER,
                        "Local data officer of the planners",
                        Optional.empty(),
                        Optional.of(recipient)),
                of("counsel", "counsel", "Local counsel"),
                of("reviewer", "reviewer", "Local reviewer"),
                of("ops", "ops", "Local operations"),
                of("auditor", "auditor", "Local auditor"));
    }

    private static LocalPerson of(String id, String role, String name) {
        return new LocalPerson(id, role, name, Optional.empty(), Optional.empty());
    }
}
