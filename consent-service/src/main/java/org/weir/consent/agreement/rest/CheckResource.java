package org.weir.consent.agreement.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.PlainLanguage;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.Version;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.narrow.Bounds;
import org.weir.consent.agreement.rule.DocumentRules;
import org.weir.consent.agreement.rule.Finding;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.agreement.words.Change;
import org.weir.consent.agreement.words.Differences;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What there is to say of a text, and of two versions, without changing anything. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agreements", description = "What may flow, to whom, for what, until when")
@Blocking
public class CheckResource {
    private final AgreementDesk desk;
    private final AgreementStore store;
    private final KnownFeeds feeds;
    private final Callers callers;

    CheckResource(AgreementDesk desk, AgreementStore store, KnownFeeds feeds, Callers callers) {
        this.desk = desk;
        this.store = store;
        this.feeds = feeds;
        this.callers = callers;
    }

    /** The changes between two versions. */
    public record Changes(List<Change> changes) {}

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
    @Operation(
            summary = "Everything that is wrong with a text, and the text in plain language",
            description = "Also where it allows more than the agreement that it inherits from. Nothing is kept.")
    public CheckView check(
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangedText.class))) String body) {
        AgreementDocument document;
        try {
            document = Body.changedText(body);
        } catch (Refusal unreadable) {
            return new CheckView(List.of(line("document", unreadable)), List.of(), null);
        }
        if (document == null) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The body has no document.");
        }
        List<Finding> findings = new ArrayList<>(DocumentRules.findings(document, feeds));
        boolean complete = findings.stream().noneMatch(f -> f.code() == ErrorCode.MISSING_FIELD);
        if (complete && document.inheritFrom() != null) {
            findings.addAll(againstParent(document));
        }
        return new CheckView(
                findings.stream().map(CheckView.Line::of).toList(),
                complete ? PlainLanguage.of(document, Wording.of(document, feeds)) : List.of(),
                ContentHash.of(document));
    }

    @GET
    @Path("/{id}/diff")
    @Authenticated
    @Operation(
            summary = "What differs between two versions, in words",
            description =
                    "Each change says whether it narrows or widens what may flow; the last two where none is named.")
    public Changes diff(@RestPath String id, @RestQuery Integer from, @RestQuery Integer to) {
        Agreement agreement = desk.required(PathId.of(id));
        new Standing(callers.caller()).requireReading(agreement);
        int last = agreement.versions().stream()
                .mapToInt(v -> v.document().version())
                .max()
                .orElse(1);
        AgreementDocument after = version(agreement, to == null ? last : to);
        AgreementDocument before = version(agreement, from == null ? Math.max(1, after.version() - 1) : from);
        return new Changes(Differences.between(before, after, Wording.of(after, feeds)));
    }

    private List<Finding> againstParent(AgreementDocument child) {
        Standing standing = new Standing(callers.caller());
        Optional<Agreement> parent = store.find(child.inheritFrom()).filter(standing::mayRead);
        return parent.map(above -> Bounds.above(above, child))
                .orElseGet(() -> List.of(new Finding(
                        "inheritFrom",
                        ErrorCode.AGREEMENT_PARENT,
                        "There is no agreement " + child.inheritFrom() + " that you may read.")));
    }

    /** The last text of that number: an amendment that came to nothing may have had it before. */
    private static AgreementDocument version(Agreement agreement, int number) {
        return agreement.versions().stream()
                .map(Version::document)
                .filter(document -> document.version() == number)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no version " + number + "."));
    }

    private static CheckView.Line line(String clause, Refusal why) {
        return CheckView.Line.of(new Finding(clause, why.error(), why.problem().detail()));
    }
}
