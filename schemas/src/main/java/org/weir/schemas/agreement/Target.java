package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.weir.schemas.id.FeedId;

/**
 * What is shared.
 *
 * @param feed the feed; null for every feed of the assigner
 * @param except feeds left out where every feed is meant
 * @param contractVersion the version of its contract that the parties read
 * @param fields the fields that may flow, by path; nothing else does
 * @param refinement which records are in scope; null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Target(
        FeedId feed, List<FeedId> except, String contractVersion, List<String> fields, Refinement refinement) {
    public Target {
        except = except == null ? List.of() : List.copyOf(except);
        fields = fields == null ? List.of() : List.copyOf(fields);
        refinement = Refinement.ALL.equals(refinement) ? null : refinement;
    }

    /** These fields of every record of one feed. */
    public Target(FeedId feed, String contractVersion, List<String> fields) {
        this(feed, null, contractVersion, fields, null);
    }
}
