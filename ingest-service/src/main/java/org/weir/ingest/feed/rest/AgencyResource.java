package org.weir.ingest.feed.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.AgencyForm;
import org.weir.ingest.feed.store.FeedStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Registers agencies and tells of them. */
@Path("/api/v1/agencies")
@Tag(name = "Agencies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AgencyResource {
    private final FeedStore store;
    private final Clock clock;

    AgencyResource(FeedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.DATA_OFFICER, Roles.OPS})
    @Operation(summary = "Register an agency")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = Agency.class)))
    @APIResponse(responseCode = "409", description = "The id is taken")
    public Uni<Response> register(AgencyForm form) {
        Agency agency = Bodies.required(form).agency(clock.instant());
        return store.add(agency).map(done -> Response.created(URI.create("/api/v1/agencies/" + agency.id()))
                .entity(agency)
                .build());
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "Every agency")
    public Uni<List<Agency>> all() {
        return store.agencies()
                .map(all ->
                        all.stream().sorted(Comparator.comparing(Agency::id)).toList());
    }

    @GET
    @Path("{agency}")
    @RolesAllowed("**")
    @Operation(summary = "One agency")
    @APIResponse(responseCode = "404", description = "No such agency")
    public Uni<Agency> one(@PathParam("agency") String agency) {
        try {
            return store.agency(new AgencyId(agency))
                    .onItem()
                    .ifNull()
                    .failWith(() -> new Refusal(ErrorCode.UNKNOWN_AGENCY, agency + " is not registered."));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.UNKNOWN_AGENCY, e.getMessage());
        }
    }
}
