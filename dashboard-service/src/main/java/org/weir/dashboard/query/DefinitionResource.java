package org.weir.dashboard.query;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Parameter;
import org.weir.dashboard.measure.Registry;
import org.weir.schemas.http.Roles;

/** What every measure means, who says so, and what may be chosen. */
@Path("/api/v1/definitions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class DefinitionResource {
    /**
     * All of them.
     *
     * @param parameters what may be chosen, of single measures or of all
     */
    public record Definitions(List<Definition> definitions, List<Parameter> parameters) {}

    @GET
    public Definitions all() {
        return new Definitions(Registry.ALL.stream().map(Measure::definition).toList(), Parameter.ALL);
    }
}
