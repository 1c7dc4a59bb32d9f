package org.weir.consent.review.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.rest.Body;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.review.Board;
import org.weir.consent.review.store.BoardStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Review boards over HTTP. */
@Path("/api/v1/boards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "boards", description = "Who must approve an agreement that names them")
@Blocking
public class BoardsResource {
    private static final int USUAL_DAYS = 30;

    private final BoardStore boards;
    private final Callers callers;

    BoardsResource(BoardStore boards, Callers callers) {
        this.boards = boards;
        this.callers = callers;
    }

    /** What is sent to set a board up. */
    public record Form(String id, String name, List<String> members, Integer quorum, Integer reviewDays) {}

    @GET
    @Authenticated
    @Operation(summary = "Every board, by id")
    public List<Board> boards() {
        return boards.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Set a board up, or set it up anew",
            description = "By the hub's officer, or an agency's for its own board. Members are the subjects of their"
                    + " tokens; reviews that have begun go on with the members of then.")
    public Board keepBoard(
            @RequestBody(content = @Content(schema = @Schema(implementation = Form.class))) String body) {
        Form form = Body.read(body, Form.class, new Form(null, null, null, null, null));
        Caller caller = callers.caller();
        if (caller.agency() == null && !caller.isHubsOfficer()) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "A board is set up by an agency's officer or the hub's.");
        }
        Board board = board(form);
        AgencyId agency = caller.agency();
        if (!boards.keep(board, agency == null ? null : agency.value())) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "The board " + board.id() + " is another agency's.");
        }
        return board;
    }

    private static Board board(Form form) {
        try {
            // The same letters as an agency's id: the board is named in agreements.
            String id = new AgencyId(Body.required(form.id(), "id")).value();
            String name = Body.required(form.name(), "name");
            List<String> members = form.members() == null ? List.of() : form.members();
            int quorum = form.quorum() == null ? members.size() / 2 + 1 : form.quorum();
            int days = form.reviewDays() == null ? USUAL_DAYS : form.reviewDays();
            return new Board(id, name, members, quorum, days);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Refusal(ErrorCode.BAD_BOARD, e.getMessage() == null ? "A member has no name." : e.getMessage());
        }
    }
}
