package org.weir.dashboard.street.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.street.store.Kind;
import org.weir.dashboard.street.store.Layers;
import org.weir.schemas.http.Roles;

/** Areas, in layers: neighbourhoods, districts. */
@Path("/api/v1/areas")
@Blocking
@Tag(name = "Streets")
@RolesAllowed({
    Roles.PLANNER,
    Roles.PUBLISHER,
    Roles.DATA_OFFICER,
    Roles.OPS,
    Roles.COUNSEL,
    Roles.REVIEWER,
    Roles.AUDITOR
})
public class AreaResource {
    private final LayerAnswers answers;

    AreaResource(LayerAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The layers of areas that are kept")
    public List<Layers.Summary> all() {
        return answers.list(Kind.AREAS);
    }

    @GET
    @Path("/{layer}")
    @Produces({LayerAnswers.GEO_JSON, MediaType.APPLICATION_JSON})
    @Operation(summary = "The areas of a layer")
    @APIResponse(responseCode = "200", description = "GeoJSON, as it was given")
    @APIResponse(responseCode = "404", description = "unknown-layer")
    public Response one(@PathParam("layer") String id) {
        return answers.one(Kind.AREAS, id);
    }

    @PUT
    @Path("/{layer}")
    @Consumes({LayerAnswers.GEO_JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER})
    @Operation(
            summary = "Gives a layer of areas",
            description =
                    "Polygons and MultiPolygons, each with a name of its own; an id, where it has one, names it in answers.")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description =
                    "It is kept, in place of what was: how many features, and how many of them touch a kept schedule's"
                            + " ways",
            content = @Content(schema = @Schema(implementation = LayerAnswers.Kept.class)))
    @APIResponse(responseCode = "400", description = "geojson-unreadable")
    @APIResponse(responseCode = "413", description = "body-too-large: more than 16 MB or 20,000 features")
    @APIResponse(
            responseCode = "422",
            description = "wrong-geometry, feature-unnamed, coordinates-not-numbers or coordinates-off-earth")
    public Response keep(@PathParam("layer") String id, byte[] document, @Context SecurityContext who) {
        return answers.keep(Kind.AREAS, id, document, who);
    }

    @DELETE
    @Path("/{layer}")
    @RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER})
    @Operation(summary = "Forgets a layer of areas")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "unknown-layer")
    public Response drop(@PathParam("layer") String id) {
        return answers.drop(Kind.AREAS, id);
    }
}
