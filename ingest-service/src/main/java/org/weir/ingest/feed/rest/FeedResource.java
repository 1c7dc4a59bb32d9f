package org.weir.ingest.feed.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.FeedForm;
import org.weir.ingest.feed.KeyRing;
import org.weir.ingest.feed.PushKey;
import org.weir.ingest.feed.store.FeedStore;
import org.weir.ingest.health.Tally;
import org.weir.ingest.publish.Announcer;
import org.weir.ingest.publish.FeedTopics;
import org.weir.ingest.publish.Quarantine;
import org.weir.ingest.source.Line;
import org.weir.ingest.source.Lines;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Registers feeds, issues their keys, tells how they do. */
@Path("/api/v1/feeds")
@Tag(name = "Feeds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FeedResource {
    private static final int MOST_REFUSALS = 500;

    private final FeedStore store;
    private final Lines lines;
    private final KeyRing keys;
    private final FeedTopics topics;
    private final Announcer announcer;
    private final Quarantine quarantine;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedResource(
            FeedStore store,
            Lines lines,
            KeyRing keys,
            FeedTopics topics,
            Announcer announcer,
            Quarantine quarantine,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.keys = keys;
        this.topics = topics;
        this.announcer = announcer;
        this.quarantine = quarantine;
        this.caller = caller;
        this.clock = clock;
    }

    /** A new key, shown this once. */
    public record IssuedKey(String key) {}

    @POST
    @RolesAllowed({Roles.DATA_OFFICER, Roles.OPS, Roles.PUBLISHER})
    @Operation(
            summary = "Register a feed",
            description = "Polling begins at once. A publisher registers for its own agency.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = FeedView.class)))
    @APIResponse(responseCode = "409", description = "The id is taken")
    public Uni<Response> register(FeedForm form) {
        caller.actFor(Bodies.required(form).feedId().agency());
        Feed feed = form.feed(clock.instant());
        return store.agency(feed.id().agency())
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal(ErrorCode.UNKNOWN_AGENCY, feed.id().agency() + " is not registered."))
                .chain(agency -> store.add(feed).chain(() -> {
                    // From here on the feed is registered: should the broker be away, it is announced at the next
                    // start.
                    lines.open(feed, agency, Tally.NOTHING_YET);
                    return announced(feed, agency);
                }))
                .map(done -> Response.created(URI.create("/api/v1/feeds/" + feed.id()))
                        .entity(view(lines.get(feed.id())))
                        .build());
    }

    @PUT
    @Path("{feed}")
    @RolesAllowed({Roles.DATA_OFFICER, Roles.OPS, Roles.PUBLISHER})
    @Operation(summary = "Change a feed's title, schedule, source, or whether it is recorded or takes the past")
    public Uni<FeedView> change(@PathParam("feed") String id, FeedForm form) {
        Line line = lines.get(id);
        caller.actFor(line.feed().id().agency());
        Feed changed = Bodies.required(form).change(line.feed());
        return store.change(changed)
                .invoke(() -> lines.change(changed))
                .chain(() -> announced(changed, line.agency()))
                .map(done -> view(line));
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "Every feed and how it does")
    public List<FeedView> all() {
        return lines.all().stream().map(this::view).toList();
    }

    @GET
    @Path("{feed}")
    @RolesAllowed("**")
    @Operation(summary = "One feed and how it does")
    @APIResponse(responseCode = "404", description = "No such feed")
    public FeedView one(@PathParam("feed") String feed) {
        return view(lines.get(feed));
    }

    @POST
    @Path("{feed}/keys")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.OPS, Roles.PUBLISHER})
    @Operation(summary = "Issue a key for pushing", description = "It is shown this once and stored as a hash.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    public Uni<Response> issueKey(@PathParam("feed") String id) {
        Feed feed = lines.get(id).feed();
        caller.actFor(feed.id().agency());
        PushKey.Issued issued = PushKey.issue(feed.id(), random, clock.instant());
        return store.add(issued.kept()).invoke(() -> keys.add(issued.kept())).map(done -> Response.status(
                        Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new IssuedKey(issued.text()))
                .build());
    }

    @GET
    @Path("{feed}/quarantine")
    @Blocking
    @RolesAllowed("**")
    @Operation(
            summary = "The newest refused records",
            description =
                    "Only the publisher and data officers see the records, whose they are and what exactly was wrong"
                            + " with them.")
    public List<Quarantine.Refused> quarantine(
            @PathParam("feed") String id, @QueryParam("limit") @DefaultValue("50") int limit) {
        Feed feed = lines.get(id).feed();
        int most = Math.max(1, Math.min(limit, MOST_REFUSALS));
        return quarantine.newest(feed.id(), most, caller.seesRecordsOf(feed.id().agency()));
    }

    private FeedView view(Line line) {
        return FeedView.of(line, caller.actsFor(line.feed().id().agency()));
    }

    private Uni<Void> announced(Feed feed, Agency agency) {
        FeedAnnouncement announcement = feed.announcement(agency);
        announcer.later(announcement);
        return Uni.createFrom()
                .<Void>item(() -> {
                    topics.announcements();
                    topics.of(feed.id(), feed.keptBySize());
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> Uni.createFrom().completionStage(announcer.announce(announcement)));
    }
}
