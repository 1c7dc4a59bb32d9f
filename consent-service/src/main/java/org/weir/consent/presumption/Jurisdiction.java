package org.weir.consent.presumption;

import java.util.List;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.RecipientId;

/**
 * A jurisdiction whose law presumes that its agencies share with its members, as Ohio's does (ORC 125.32).
 *
 * @param id its id, e.g. {@code ohio}
 * @param name for people
 * @param citation the law that presumes it
 * @param limit the highest classification that is presumed to be shared, in a contract's word
 * @param members who may draw
 * @param agencies on whose feeds
 */
public record Jurisdiction(
        String id, String name, String citation, String limit, List<RecipientId> members, List<AgencyId> agencies) {
    public Jurisdiction {
        members = members == null ? List.of() : List.copyOf(members);
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
    }
}
