package org.weir.dashboard.query;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.store.EvidenceReader;
import org.weir.dashboard.store.SheetStore;
import org.weir.dashboard.store.WaitingDates;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/** Any measure of any place, over any days, with what it rests on. */
@Path("/api/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class FigureResource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FigureSheets sheets;
    private final KnownPlaces known;
    private final WaitingDates waiting;
    private final Permission permission;

    FigureResource(FigureSheets sheets, KnownPlaces known, WaitingDates waiting, Permission permission) {
        this.sheets = sheets;
        this.known = known;
        this.waiting = waiting;
        this.permission = permission;
    }

    /**
     * Figures of a route and direction, or of all routes together.
     *
     * @param route null where all are told together
     * @param agreement the agreement that they are shown under
     * @param by what kind of place
     * @param days service dates that have figures and were not excluded, of the place that has most
     * @param waiting service dates asked for whose figures are still to be reckoned, or to be reckoned again; the day that
     *     is under way is mostly one
     * @param group how quarter hours were put together
     * @param hours which of them: all or peak
     * @param definitions what each measure means
     */
    public record Answer(
            FeedId feed,
            String agreement,
            String route,
            Integer direction,
            String by,
            LocalDate from,
            LocalDate to,
            Collection<LocalDate> excluded,
            int days,
            int waiting,
            String group,
            String hours,
            List<Definition> definitions,
            List<OfPlace> places) {}

    /** The figures of a place, by the measure's id. */
    public record OfPlace(String place, Map<String, List<Grouping.Grouped>> figures) {}

    @GET
    @Blocking
    @Operation(
            summary = "Figures by weekday and hour, by hour, by day, or of all days together",
            description =
                    "Each with n, completeness (served ÷ scheduled trips) and its 95% interval; where there is no value,"
                            + " missing says why: TOO_FEW, NOT_DEFINED, or NOT_YET where days are still to be reckoned"
                            + " (waiting says how many). What measures define differently may be chosen by the parameters of"
                            + " /api/v1/definitions, for instance bunching=half.")
    @Parameter(name = "feed", in = ParameterIn.QUERY, required = true)
    @Parameter(
            name = "route",
            in = ParameterIn.QUERY,
            description =
                    "Needed by route and by segment. Without it, all routes together: at a stop where several call,"
                            + " the headways between any of them; along a corridor or in an area, everything, up to 92 days")
    @Parameter(
            name = "direction",
            in = ParameterIn.QUERY,
            description = "With a route",
            schema = @Schema(enumeration = {"0", "1"}))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"route", "stop", "segment", "corridor", "area"},
                            defaultValue = "route"))
    @Parameter(
            name = "place",
            in = ParameterIn.QUERY,
            description = "A stop's id, fromStop>toStop, a drawn corridor's id or layer/area; all of the kind, up to 92"
                    + " days, where none is named")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            required = true,
            description = "Ids of the registry with commas, at most 10",
            example = "excess-wait,bunched")
    @Parameter(name = "from", in = ParameterIn.QUERY, required = true, description = "First service date")
    @Parameter(name = "to", in = ParameterIn.QUERY, required = true, description = "Last service date")
    @Parameter(
            name = "exclude",
            in = ParameterIn.QUERY,
            description = "Service dates that do not count, with commas",
            example = "2026-07-04,2026-11-26")
    @Parameter(
            name = "group",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"weekday-hour", "weekday-quarter", "hour", "day", "none"},
                            defaultValue = "none"))
    @Parameter(
            name = "hours",
            in = ParameterIn.QUERY,
            description = "peak leaves all other hours out; which these are is chosen by peaks",
            schema =
                    @Schema(
                            enumeration = {"all", "peak"},
                            defaultValue = "all"))
    @Parameter(
            name = "intervals",
            in = ParameterIn.QUERY,
            description = "no leaves them out: they take most of the time",
            schema =
                    @Schema(
                            enumeration = {"yes", "no"},
                            defaultValue = "yes"))
    @APIResponse(responseCode = "200", description = "The figures")
    @APIResponse(responseCode = "400", description = "period-too-long, bad-parameter, missing-field")
    @APIResponse(responseCode = "403", description = "no-agreement, not-allowed")
    @APIResponse(
            responseCode = "404",
            description = "unknown-feed, unknown-route, unknown-place, unknown-layer, unknown-measure")
    @APIResponse(responseCode = "410", description = "agreement-ended")
    @TakesChoices(peaks = true)
    public Answer figures(@Context UriInfo uri) {
        FigureRequest asked = FigureRequest.read(uri.getQueryParameters());
        String agreement = permission.needed(asked.feed()).uid().value();
        // Asked before the figures are read: what is reckoned in between is then told as waiting, and not as final.
        Set<LocalDate> waits = waiting(asked, agreement);
        Map<String, List<Grouping.Part>> places = sheets.read(asked, agreement);
        if (places.isEmpty()) {
            known.check(asked);
        }
        List<OfPlace> figures = new ArrayList<>(places.size());
        places.forEach((place, parts) -> figures.add(new OfPlace(place, figures(parts, asked, waits))));
        return new Answer(
                asked.feed(),
                agreement,
                asked.route(),
                asked.together() ? null : (Integer) asked.direction(),
                FigureRequest.word(asked.by()),
                asked.from(),
                asked.to(),
                asked.exclude(),
                places.values().stream()
                        .mapToInt(parts ->
                                parts.stream().mapToInt(Grouping.Part::days).sum())
                        .max()
                        .orElse(0),
                waits.size(),
                asked.group().id(),
                asked.peak() ? "peak" : "all",
                asked.measures().stream().map(Measure::definition).toList(),
                figures);
    }

    private Set<LocalDate> waiting(FigureRequest asked, String agreement) {
        Set<LocalDate> dates = new TreeSet<>(waiting.ofFigures(
                        new EvidenceReader.Source(asked.feed().value(), agreement),
                        asked.together() ? null : new SheetStore.Line(asked.route(), asked.direction()),
                        asked.by() == Place.Kind.CORRIDOR || asked.by() == Place.Kind.AREA,
                        asked.from(),
                        asked.to())
                .await()
                .atMost(PATIENCE));
        dates.removeAll(asked.exclude());
        return dates;
    }

    private static Map<String, List<Grouping.Grouped>> figures(
            List<Grouping.Part> parts, FigureRequest asked, Set<LocalDate> waits) {
        Map<String, List<Grouping.Grouped>> figures = new LinkedHashMap<>();
        for (Measure measure : asked.measures()) {
            figures.put(
                    measure.definition().id(),
                    asked.group().figures(measure, parts, asked.hours(), asked.choices(), asked.intervals()).stream()
                            .map(each -> each.awaiting(waits))
                            .toList());
        }
        return figures;
    }
}
