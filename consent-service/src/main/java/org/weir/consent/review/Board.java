package org.weir.consent.review;

import java.util.List;

/**
 * Those who must approve before an agreement that names them is signed.
 *
 * @param id as agreements name it
 * @param name for people
 * @param members the subjects of their tokens, each once
 * @param quorum how many must vote before the board decides
 * @param reviewDays how many days it has
 */
public record Board(String id, String name, List<String> members, int quorum, int reviewDays) {
    public Board {
        members = List.copyOf(members);
        if (members.isEmpty() || members.stream().distinct().count() < members.size()) {
            throw new IllegalArgumentException("A board has members, and each of them once.");
        }
        if (quorum < 1 || quorum > members.size()) {
            throw new IllegalArgumentException("The quorum is between 1 and the number of members.");
        }
        if (reviewDays < 1) {
            throw new IllegalArgumentException("A board has a day at least.");
        }
    }

    public boolean has(String member) {
        return members.contains(member);
    }
}
