package org.weir.consent.review.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Move;
import org.weir.consent.agreement.ReviewCommand;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.rest.AgreementView;
import org.weir.consent.agreement.rest.Body;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.agreement.rest.PathId;
import org.weir.consent.agreement.rest.Views;
import org.weir.consent.review.Vote;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** A board's votes and minutes over HTTP. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "review", description = "A board's votes and minutes")
@Blocking
public class ReviewResource {
    private final AgreementDesk desk;
    private final Views views;
    private final Callers callers;

    ReviewResource(AgreementDesk desk, Views views, Callers callers) {
        this.desk = desk;
        this.views = views;
        this.callers = callers;
    }

    /** What is sent to vote. */
    public record Ballot(Vote vote, String comment) {}

    /** What is sent to keep minutes. */
    public record Text(String text) {}

    @POST
    @Path("/votes")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "Vote, or vote anew",
            description = "As a member of the board that looks at it: approve, reject or abstain. The board has decided"
                    + " once its quorum has voted and more than half of its members approve or half of them reject;"
                    + " when its time is over, the majority of the votes decides.")
    public AgreementView vote(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Ballot.class))) String body) {
        Ballot ballot = Body.read(body, Ballot.class, new Ballot(null, null));
        if (ballot.vote() == null) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "It does not say its vote.");
        }
        Caller caller = callers.caller();
        return views.of(
                desk.move(
                        caller,
                        PathId.of(id),
                        Move.VOTE,
                        a -> new ReviewCommand.CastVote(ballot.vote(), ballot.comment())),
                caller);
    }

    @POST
    @Path("/minutes")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Write down what was said, as a member of the board that looks at it")
    public AgreementView minutes(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Text.class))) String body) {
        String text = Body.required(Body.read(body, Text.class, new Text(null)).text(), "text");
        Caller caller = callers.caller();
        return views.of(
                desk.move(caller, PathId.of(id), Move.MINUTES, a -> new ReviewCommand.WriteMinutes(text)), caller);
    }
}
