package org.weir.consent.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weir.consent.Documents;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.id.FeedId;

/** Texts of agreements for tests of their course. */
public final class Texts {
    static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    static final AgreementDocument DOCUMENT = until(null);

    private Texts() {}

    static AgreementDocument until(Instant expires) {
        return Documents.of("a", FEED, Documents.FIELDS, List.of(), null, expires);
    }

    static AgreementDocument from(Instant effectiveFrom) {
        return Documents.of("a", FEED, Documents.FIELDS, List.of(), effectiveFrom, null);
    }

    /** The version after it. */
    public static AgreementDocument next(AgreementDocument document) {
        return with(
                document, json -> json.put("version", document.version() + 1).put("supersedes", document.version()));
    }

    static AgreementDocument assignee(AgreementDocument document, String assignee) {
        return with(document, json -> json.put("assignee", assignee));
    }

    static AgreementDocument reviewedBy(AgreementDocument document, String board) {
        return with(document, json -> json.put("reviewBoard", board));
    }

    static AgreementDocument emergency(String id, Instant sunset) {
        AgreementDocument document = Documents.of(id, FEED, Documents.FIELDS, List.of(), null, sunset);
        return with(document, json -> json.putObject("emergency")
                .put("declaration", "Mayor's order 12")
                .put("sunset", sunset.toString()));
    }

    static AgreementDocument emergency(String id, Instant sunset, Instant reviewBy) {
        return with(emergency(id, sunset), json -> json.withObject("/emergency").put("reviewBy", reviewBy.toString()));
    }

    static AgreementDocument presumed(String id) {
        return with(
                Documents.of(id, FEED, Documents.FIELDS, List.of(), null, null),
                json -> json.put("presumption", "ohio"));
    }

    static DestructionCertificate certificate(AgreementDocument document, long epoch, Instant at) {
        return new DestructionCertificate(
                document.uid(), document.assignee(), epoch, Map.of("segment_speed", 12L), "rita", at);
    }

    /** The document with something else in it. */
    public static AgreementDocument with(AgreementDocument document, Consumer<ObjectNode> change) {
        ObjectNode json = Json.STRICT.valueToTree(document);
        change.accept(json);
        return Json.own(json.toString(), AgreementDocument.class);
    }
}
