package org.weir.consent.agreement.rest;

import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.Signature;
import org.weir.consent.agreement.Version;
import org.weir.consent.canonical.ContentHash;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/** One version of an agreement as people see it. */
public record VersionView(
        int version,
        AgreementState state,
        Instant since,
        AgreementDocument document,
        String hash,
        List<Signature> signatures) {
    static VersionView of(Version version) {
        return new VersionView(
                version.document().version(),
                version.state(),
                version.since(),
                version.document(),
                ContentHash.of(version.document()),
                version.signatures());
    }
}
