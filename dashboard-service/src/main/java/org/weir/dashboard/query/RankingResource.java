package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.rank.Asked;
import org.weir.dashboard.rank.Cause;
import org.weir.dashboard.store.EvidenceReader;
import org.weir.dashboard.store.WaitingDates;
import org.weir.dashboard.street.Area;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The places that need mending, across all feeds that may be read, each with its cause and its evidence. */
@Path("/api/v1/ranking")
@Blocking
@Tag(name = "Ranking")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
@APIResponse(responseCode = "400", description = "period-too-long, bad-parameter, missing-field")
@APIResponse(responseCode = "403", description = "no-agreement, not-allowed")
@APIResponse(responseCode = "404", description = "unknown-feed, not-found (a place, an area)")
@APIResponse(responseCode = "410", description = "agreement-ended")
public class RankingResource {
    /** Who does not say what they want gets JSON. */
    private static final String GEO_JSON = "application/geo+json;qs=0.5";

    private final Rankings rankings;
    private final WaitingDates waiting;
    private final Permission permission;
    private final Grounds grounds;

    RankingResource(Rankings rankings, WaitingDates waiting, Permission permission, Grounds grounds) {
        this.rankings = rankings;
        this.waiting = waiting;
        this.permission = permission;
        this.grounds = grounds;
    }

    /**
     * A ranking.
     *
     * @param days service dates that have evidence and count
     * @param waiting dates that count and whose evidence is still to be gathered, or to be gathered again: while there are
     *     any the ranking is not the last word. The day that is under way is mostly one
     * @param feeds whose evidence it rests on
     * @param causes when a place is one of each cause
     * @param resamples how often the days were drawn again
     * @param top stability: how often a place was among so many
     * @param missing why there are no places; null where there may be
     * @param places of each cause, in order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            LocalDate from,
            LocalDate to,
            List<String> weekdays,
            int[] hours,
            Collection<LocalDate> excluded,
            int days,
            int waiting,
            List<Seen> feeds,
            List<Meaning> causes,
            int resamples,
            int top,
            long seed,
            Figure.Missing missing,
            List<RankedPlace> places) {}

    /** A feed with the agreement that it is shown under, how many dates of it count, and how many of them wait. */
    public record Seen(String feed, String agreement, int days, int waiting) {}

    /** What a cause means: when a place is one of it, and what its level is. */
    public record Meaning(String cause, String rule, String level) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Places that need mending, by cause, those first that would save buses most time",
            description =
                    "Stability and interval come from drawing the days again. Ranks are the whole city's, also where"
                            + " an area or a limit leaves places out. waiting says how many of the days are still to be"
                            + " reckoned; missing is NOT_YET where the ranking waits for them, TOO_FEW where there are"
                            + " fewer than three.")
    @Parameter(
            name = "cause",
            in = ParameterIn.QUERY,
            schema = @Schema(enumeration = {"lane", "signal", "stop", "schedule"}))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Only what lies in it: an area's id, such as areas/north")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Places of each cause, 200 at most",
            schema = @Schema(defaultValue = "20"))
    @APIResponse(responseCode = "200", description = "The ranking")
    public Answer ranking(
            @BeanParam RankingQuery of,
            @QueryParam("cause") String cause,
            @QueryParam("area") String area,
            @QueryParam("limit") String limit) {
        RankingRequest asked = RankingRequest.read(of, cause, area, limit);
        List<EvidenceReader.Source> sources = sources(asked);
        RankingRequest.Period period = asked.period();
        // Asked before the evidence is read: what is gathered in between is then told as waiting, and not as final.
        Waiting waits = Waiting.of(waiting, sources, period);
        Rankings.Told told = rankings.of(period, sources);
        Asked draws = period.asked();
        return new Answer(
                period.from(),
                period.to(),
                period.weekdays().stream().map(Parameters::word).toList(),
                period.hours().stream().toArray(),
                period.exclude(),
                told.days().size(),
                waits.dates().size(),
                told.known().dates().entrySet().stream()
                        .map(each -> new Seen(
                                each.getKey().feed(),
                                each.getKey().agreement(),
                                each.getValue().size(),
                                waits.of(each.getKey())))
                        .toList(),
                Arrays.stream(Cause.values())
                        .map(each -> new Meaning(FigureRequest.word(each), each.rule(), each.level()))
                        .toList(),
                draws.resamples(),
                draws.top(),
                draws.seed(),
                waits.missing(told.days()),
                places(told, asked)
                        .map(place -> RankedPlace.of(place, told.layout()))
                        .toList());
    }

    @GET
    @Produces(GEO_JSON)
    @Operation(hidden = true)
    public byte[] map(
            @BeanParam RankingQuery of,
            @QueryParam("cause") String cause,
            @QueryParam("area") String area,
            @QueryParam("limit") String limit) {
        RankingRequest asked = RankingRequest.read(of, cause, area, limit);
        Rankings.Told told = told(asked);
        return GeoJson.ranking(places(told, asked).toList(), told.layout());
    }

    @GET
    @Path("/{place: .+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a place is ranked by",
            description = "Asked with the same period, weekdays, hours and feed as the ranking that it stands in.")
    @APIResponse(responseCode = "200", description = "Its evidence")
    public PlaceEvidence place(@PathParam("place") String id, @BeanParam RankingQuery of) {
        Rankings.Told told = told(RankingRequest.read(of, null, null, null));
        return told.places().values().stream()
                .flatMap(List::stream)
                .filter(place -> place.ranked().finding().id().equals(id))
                .findFirst()
                .map(place -> PlaceEvidence.of(place, told))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "No place of this ranking is called " + id + '.'));
    }

    private Rankings.Told told(RankingRequest asked) {
        return rankings.of(asked.period(), sources(asked));
    }

    private List<EvidenceReader.Source> sources(RankingRequest asked) {
        List<EvidenceReader.Source> sources = new ArrayList<>();
        for (Map.Entry<FeedId, AgreementDocument> each :
                permission.readable(asked.feed()).entrySet()) {
            sources.add(new EvidenceReader.Source(
                    each.getKey().value(), each.getValue().uid().value()));
        }
        return sources;
    }

    private Stream<Rankings.Place> places(Rankings.Told told, RankingRequest asked) {
        Area area = asked.area() == null ? null : area(asked.area());
        return told.places().entrySet().stream()
                .filter(of -> asked.cause() == null || asked.cause() == of.getKey())
                .flatMap(of -> of.getValue().stream()
                        .filter(place -> area == null || lies(place, area))
                        .limit(asked.limit()));
    }

    private Area area(String id) {
        return grounds.present().allAreas().stream()
                .filter(each -> Objects.equals(each.id(), id))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "No area is called " + id + '.'));
    }

    private static boolean lies(Rankings.Place place, Area area) {
        return place.ranked().finding().where().lines().stream()
                .flatMap(Arrays::stream)
                .anyMatch(point -> area.contains(point[1], point[0]));
    }
}
