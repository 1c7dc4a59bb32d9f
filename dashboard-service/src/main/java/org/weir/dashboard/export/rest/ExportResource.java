package org.weir.dashboard.export.rest;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.weir.dashboard.query.Permission;
import org.weir.dashboard.query.TakesChoices;
import org.weir.schemas.http.Roles;

/** Tables to take along: what the agreement lets out, and nothing once it ended. */
@Path("/api/v1/exports")
@Tag(name = "Exports")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class ExportResource {
    private static final Logger LOG = Logger.getLogger(ExportResource.class);

    private final Exports exports;
    private final Permission permission;

    ExportResource(Exports exports, Permission permission) {
        this.exports = exports;
        this.permission = permission;
    }

    @GET
    @Path("/{table}")
    @Blocking
    @Operation(
            summary = "A table of a period, row by row as it is read",
            description =
                    "stop-visits, trips-performed and vehicle-locations have the columns of TIDES, for up to 31 days;"
                            + " segment-speeds, headways and measures are figures of service dates, for up to 366."
                            + " What measures define differently may be chosen by the parameters of"
                            + " /api/v1/definitions.")
    @Parameter(
            name = "table",
            in = ParameterIn.PATH,
            schema =
                    @Schema(
                            enumeration = {
                                "stop-visits",
                                "trips-performed",
                                "vehicle-locations",
                                "segment-speeds",
                                "headways",
                                "measures"
                            }))
    @Parameter(name = "feed", in = ParameterIn.QUERY, required = true, example = "riverton-transit.vehicle-positions")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "First service date",
            example = "2026-03-09")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "Last service date",
            example = "2026-03-15")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "geojson for segment-speeds and headways only",
            schema =
                    @Schema(
                            enumeration = {"csv", "parquet", "geojson"},
                            defaultValue = "csv"))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "Of which places, for measures only",
            schema =
                    @Schema(
                            enumeration = {"route", "stop", "segment"},
                            defaultValue = "route"))
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "Which measures, by their ids and commas; all, where none is named",
            example = "excess-wait,bunched")
    @APIResponse(
            responseCode = "200",
            description = "The table; cut off where the agreement ends meanwhile",
            content = {
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/vnd.apache.parquet"),
                @Content(mediaType = "application/geo+json")
            })
    @APIResponse(responseCode = "400", description = "unknown-format, period-too-long, bad-parameter, missing-field")
    @APIResponse(responseCode = "403", description = "no-agreement, not-allowed")
    @APIResponse(responseCode = "404", description = "unknown-export, unknown-feed, unknown-measure")
    @APIResponse(responseCode = "410", description = "agreement-ended")
    @APIResponse(responseCode = "503", description = "exports-busy")
    @TakesChoices
    public Response table(@PathParam("table") String table, @Context UriInfo uri, @Context RoutingContext connection) {
        ExportRequest asked = ExportRequest.read(table, uri.getQueryParameters());
        permission.needed(asked.feed());
        if (exports.free() == 0) {
            throw Exports.busy();
        }
        StreamingOutput body = to -> write(asked, to, connection.response());
        return Response.ok(body)
                .type(asked.format().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + asked.fileName() + '"')
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** That the reader went away is no fault of anybody, and there is nobody to tell it. */
    private void write(ExportRequest asked, OutputStream to, HttpServerResponse reader) throws IOException {
        try {
            exports.write(asked, new Listened(to, reader::closed));
        } catch (IOException | RuntimeException e) {
            if (!reader.closed()) {
                throw e;
            }
            LOG.debugf("%s was not taken to its end.", asked.fileName());
        }
    }
}
