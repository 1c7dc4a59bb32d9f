package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Measure;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/** Before and after: any measure of any place in two periods, like for like. */
@Path("/api/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class ComparisonResource {
    private final FigureSheets sheets;
    private final KnownPlaces known;
    private final Permission permission;

    ComparisonResource(FigureSheets sheets, KnownPlaces known, Permission permission) {
        this.sheets = sheets;
        this.known = known;
        this.permission = permission;
    }

    /**
     * Comparisons of a route and direction.
     *
     * @param agreement the agreement that they are shown under
     * @param definitions what each measure means
     */
    public record Answer(
            FeedId feed,
            String agreement,
            String route,
            int direction,
            String by,
            ComparisonRequest.Period before,
            ComparisonRequest.Period after,
            int[] hours,
            Collection<LocalDate> excluded,
            List<Definition> definitions,
            List<OfPlace> places) {}

    /** A place's, by the measure's id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfPlace(String place, Map<String, Compared> measures) {}

    @GET
    @Blocking
    @Operation(
            summary = "A measure in two periods, and the difference with its 95% interval",
            description =
                    "Only weekdays that both periods have count, each by the days of the period that has fewer. Each"
                            + " period's own figure has n, completeness and its interval; where n is too small in one of them,"
                            + " there is no difference. Measures may be chosen as in /api/v1/figures.")
    @APIResponse(responseCode = "200", description = "The comparisons")
    @APIResponse(responseCode = "400", description = "period-too-long, bad-parameter, missing-field")
    @APIResponse(responseCode = "403", description = "no-agreement, not-allowed")
    @APIResponse(
            responseCode = "404",
            description = "unknown-feed, unknown-route, unknown-place, unknown-layer, unknown-measure")
    @APIResponse(responseCode = "410", description = "agreement-ended")
    @TakesChoices
    public Answer comparisons(@BeanParam ComparisonQuery of, @Context UriInfo uri) {
        ComparisonRequest asked = ComparisonRequest.read(of, Parameters.choices(uri.getQueryParameters()));
        String agreement = permission.needed(asked.feed()).uid().value();
        Map<String, List<Grouping.Part>> before = places(asked, agreement, asked.before());
        Map<String, List<Grouping.Part>> after = places(asked, agreement, asked.after());
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        if (names.isEmpty()) {
            known.check(asked.figures(asked.before()));
        }
        List<OfPlace> places = new ArrayList<>();
        for (String name : names) {
            places.add(new OfPlace(
                    name, compared(before.getOrDefault(name, List.of()), after.getOrDefault(name, List.of()), asked)));
        }
        return new Answer(
                asked.feed(),
                agreement,
                asked.route(),
                asked.direction(),
                FigureRequest.word(asked.by()),
                asked.before(),
                asked.after(),
                asked.hours().stream().toArray(),
                asked.exclude(),
                asked.measures().stream().map(Measure::definition).toList(),
                places);
    }

    private Map<String, List<Grouping.Part>> places(
            ComparisonRequest asked, String agreement, ComparisonRequest.Period period) {
        Map<String, List<Grouping.Part>> places = new LinkedHashMap<>();
        sheets.read(asked.figures(period), agreement)
                .forEach((place, parts) -> places.put(
                        place,
                        parts.stream().filter(part -> asked.counts(part.date())).toList()));
        return places;
    }

    private static Map<String, Compared> compared(
            List<Grouping.Part> before, List<Grouping.Part> after, ComparisonRequest asked) {
        Map<String, Compared> compared = new LinkedHashMap<>();
        for (Measure measure : asked.measures()) {
            compared.put(measure.definition().id(), Compared.of(measure, before, after, asked::hour, asked.choices()));
        }
        return compared;
    }
}
