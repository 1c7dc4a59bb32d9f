package org.weir.consent.preview.rest;

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
import org.weir.consent.preview.Effect;
import org.weir.consent.preview.Explanation;
import org.weir.consent.preview.Preview;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;

/** What a text would do, before it is signed. Nothing is kept, and nothing is sent to anybody but the asker. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "before signing", description = "What a draft would let flow, told by real records")
@RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL})
@Blocking
public class PreviewResource {
    private final PreviewDesk desk;

    PreviewResource(PreviewDesk desk) {
        this.desk = desk;
    }

    /** For the API's description. */
    record ExplainBody(AgreementDocument document, Object record, String purpose, String feed) {}

    /** For the API's description. */
    record PreviewBody(AgreementDocument document, int records, String feed) {}

    /** For the API's description. */
    record EffectBody(AgreementDocument from, AgreementDocument to, int records, String feed) {}

    @POST
    @Path("/explain")
    @Operation(
            summary = "Explain what becomes of one record",
            description = "Every rule and obligation in order. Without a record the feed's newest is taken,"
                    + " where the asker may see it.")
    public Explanation explain(
            @RequestBody(content = @Content(schema = @Schema(implementation = ExplainBody.class))) String body) {
        Question question = Question.read(body, "document", "record", "purpose", "feed");
        return desk.explain(question.document("document"), question.feed(), question.record(), question.purpose());
    }

    @POST
    @Path("/preview")
    @Operation(
            summary = "Replay recent records under a text",
            description =
                    "Counts by reason, and field by field what flows and how. Records are replayed for the officer"
                            + " and counsel of the agency whose feed it is and for the hub's officer; others see the form alone.")
    public Preview preview(
            @RequestBody(content = @Content(schema = @Schema(implementation = PreviewBody.class))) String body) {
        Question question = Question.read(body, "document", "records", "feed");
        return desk.preview(question.document("document"), question.feed(), question.records());
    }

    @POST
    @Path("/effect")
    @Operation(summary = "Compare two texts by what they do to the same recent records")
    public Effect effect(
            @RequestBody(content = @Content(schema = @Schema(implementation = EffectBody.class))) String body) {
        Question question = Question.read(body, "from", "to", "records", "feed");
        return desk.effect(question.document("from"), question.document("to"), question.feed(), question.records());
    }
}
