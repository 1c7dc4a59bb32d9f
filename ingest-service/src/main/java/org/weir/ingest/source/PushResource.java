package org.weir.ingest.source;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.ingest.IngestConfig;
import org.weir.ingest.decode.Message;
import org.weir.ingest.decode.MessageReader;
import org.weir.ingest.feed.KeyRing;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.IngestMeters;
import org.weir.ingest.health.Rejection;
import org.weir.ingest.publish.Intake;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Takes what publishers push. The key in {@code Weir-Key} is the sign-in. */
@Path("/api/v1/feeds/{feed}/records")
@Tag(name = "Publish")
public class PushResource {
    private final Lines lines;
    private final KeyRing keys;
    private final IngestMeters meters;
    private final long cap;

    PushResource(Lines lines, KeyRing keys, IngestMeters meters, IngestConfig config) {
        this.lines = lines;
        this.keys = keys;
        this.meters = meters;
        this.cap = config.push().largestBody().asLongValue();
    }

    /**
     * What became of a push: {@code accepted + duplicate + rejected} is how many positions it held.
     *
     * @param accepted published now
     * @param duplicate published before
     * @param rejected refused
     * @param rejections the first hundred refusals
     */
    public record PushAnswer(int accepted, int duplicate, int rejected, List<Rejection> rejections) {
        static PushAnswer of(BatchOutcome batch) {
            return new PushAnswer(batch.accepted(), batch.duplicate(), batch.refused(), batch.rejections());
        }
    }

    @POST
    @PermitAll
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(
            summary = "Push positions",
            description = "A GTFS-Realtime FeedMessage as application/x-protobuf or as canonical JSON. Answered after"
                    + " the broker has acknowledged every record.")
    @APIResponse(responseCode = "200", description = "What became of each position")
    @APIResponse(responseCode = "503", description = "Not everything was acknowledged; push it again")
    public CompletionStage<PushAnswer> push(
            @PathParam("feed") String feed,
            @HeaderParam("Weir-Key") String key,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Content-Length") Long length,
            InputStream body) {
        Line line = lines.get(feed);
        return push(line, line.intake(), line.health()::pushed, new Pushed(key, type, length, body));
    }

    @POST
    @Path("past")
    @PermitAll
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(
            summary = "Push positions of days that are over",
            description = "As a push, but of any age, beside what is live. The feed must have been registered with"
                    + " past: true. Each vehicle's positions come in their order.")
    @APIResponse(responseCode = "200", description = "What became of each position")
    @APIResponse(responseCode = "409", description = "The feed does not take its past")
    @APIResponse(responseCode = "503", description = "Not everything was acknowledged; push it again")
    public CompletionStage<PushAnswer> pushPast(
            @PathParam("feed") String feed,
            @HeaderParam("Weir-Key") String key,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Content-Length") Long length,
            InputStream body) {
        Line line = lines.get(feed);
        if (!line.feed().past()) {
            throw refused(line, new Refusal(ErrorCode.NO_PAST, feed + " is registered without past: true."));
        }
        return push(line, line.past(), line.health()::pushedPast, new Pushed(key, type, length, body));
    }

    private record Pushed(String key, String type, Long length, InputStream body) {}

    private CompletionStage<PushAnswer> push(Line line, Intake intake, Consumer<BatchOutcome> health, Pushed pushed) {
        try {
            keys.admit(line.feed().id(), pushed.key());
            Message message = MessageReader.read(read(pushed.body(), pushed.length()), form(pushed.type()));
            return intake.take(message).handle((batch, fault) -> answer(line, health, batch, fault));
        } catch (Refusal refusal) {
            throw refused(line, refusal);
        }
    }

    private PushAnswer answer(Line line, Consumer<BatchOutcome> health, BatchOutcome batch, Throwable fault) {
        if (fault != null) {
            Throwable cause =
                    fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
            throw cause instanceof Refusal refusal ? refused(line, refusal) : new CompletionException(cause);
        }
        health.accept(batch);
        meters.pushed(line.feed().id(), batch);
        return PushAnswer.of(batch);
    }

    private Refusal refused(Line line, Refusal refusal) {
        line.health().pushRefused(refusal.error(), refusal.problem().detail());
        meters.pushRefused(line.feed().id(), refusal.error());
        return refusal;
    }

    private static MessageReader.Form form(String type) {
        String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "application/x-protobuf", "application/protobuf" -> MessageReader.Form.PROTOBUF;
            case "application/json" -> MessageReader.Form.JSON;
            default ->
                throw new Refusal(ErrorCode.WRONG_MEDIA_TYPE, "A push is application/x-protobuf or application/json.");
        };
    }

    private byte[] read(InputStream body, Long length) {
        if (length != null && length > cap) {
            throw tooLarge();
        }
        try {
            byte[] bytes = body.readNBytes((int) cap + 1);
            if (bytes.length > cap) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw new Refusal(ErrorCode.BODY_UNREADABLE, "The body broke off.");
        }
    }

    private Refusal tooLarge() {
        return new Refusal(ErrorCode.BODY_TOO_LARGE, "A push holds at most " + (cap >> 20) + " MB.");
    }
}
