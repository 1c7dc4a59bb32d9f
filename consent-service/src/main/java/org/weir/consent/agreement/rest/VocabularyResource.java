package org.weir.consent.agreement.rest;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The words that an agreement may use. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vocabulary", description = "The words that an agreement may use")
public class VocabularyResource {
    @GET
    @Path("/purposes")
    @Authenticated
    @Operation(summary = "The tree of purposes, broader ones first")
    public List<Purpose> purposes() {
        return List.copyOf(Purpose.tree().values());
    }

    @GET
    @Path("/contracts/{contract}")
    @Authenticated
    @Operation(summary = "A feed's contract: its fields and how each may hurt somebody")
    public FeedContract contract(@RestPath String contract) {
        return FeedContract.shipped(contract)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_CONTRACT, "There is no contract of that name."));
    }
}
