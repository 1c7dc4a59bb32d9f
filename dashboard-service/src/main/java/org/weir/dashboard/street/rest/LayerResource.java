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
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reference layers of points: signals and stops. */
@Path("/api/v1/layers")
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
public class LayerResource {
    private final LayerAnswers answers;

    LayerResource(LayerAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The layers of points that are kept")
    public List<Layers.Summary> all() {
        return answers.list(Kind.LAYER);
    }

    @GET
    @Path("/{layer}")
    @Produces({LayerAnswers.GEO_JSON, MediaType.APPLICATION_JSON})
    @Operation(summary = "The points of a layer")
    @APIResponse(responseCode = "200", description = "GeoJSON, as it was given")
    @APIResponse(responseCode = "404", description = "unknown-layer")
    public Response one(@PathParam("layer") String id) {
        return answers.one(Kind.LAYER, known(id));
    }

    @PUT
    @Path("/{layer}")
    @Consumes({LayerAnswers.GEO_JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER})
    @Operation(
            summary = "Gives a layer of points: signals or stops",
            description =
                    "Points, each with an id or a name. A signal may say which way the traffic goes that it stops: bearing, in degrees.")
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
            description =
                    "wrong-geometry, feature-unnamed, bad-bearing, coordinates-not-numbers or coordinates-off-earth")
    public Response keep(@PathParam("layer") String id, byte[] document, @Context SecurityContext who) {
        return answers.keep(Kind.LAYER, known(id), document, who);
    }

    @DELETE
    @Path("/{layer}")
    @RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER})
    @Operation(summary = "Forgets a layer of points")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "unknown-layer")
    public Response drop(@PathParam("layer") String id) {
        return answers.drop(Kind.LAYER, known(id));
    }

    private static String known(String layer) {
        if (!Kind.LAYERS.contains(layer)) {
            throw new Refusal(ErrorCode.UNKNOWN_LAYER, "The layers of points are " + Kind.LAYERS + '.');
        }
        return layer;
    }
}
