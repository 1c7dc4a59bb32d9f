package org.weir.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;

/** Agreements that differ from another in something. */
final class Changed {
    private Changed() {}

    static AgreementDocument of(AgreementDocument document, Consumer<ObjectNode> change) {
        ObjectNode node = Json.STRICT.valueToTree(document);
        change.accept(node);
        return Json.own(node.toString(), AgreementDocument.class);
    }
}
