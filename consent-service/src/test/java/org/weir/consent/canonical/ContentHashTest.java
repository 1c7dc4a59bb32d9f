package org.weir.consent.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;

class ContentHashTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    @Test
    void isSha256_overTheCanonicalBytes() {
        // The published digest of "abc" (FIPS 180-2, appendix B.1).
        assertThat(ContentHash.ofBytes("abc".getBytes(UTF_8)))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void isTheSame_forTheSameAgreement_andAnother_forAnother() {
        AgreementDocument agreement = Documents.buses("a", FEED);

        assertThat(ContentHash.of(agreement))
                .isEqualTo(ContentHash.of(Documents.buses("a", FEED)))
                .isNotEqualTo(ContentHash.of(Documents.buses("b", FEED)))
                .isNotEqualTo(ContentHash.of(
                        Documents.of("a", FEED, List.of("vehicle.id"), agreement.obligations(), null, null)))
                .hasSize(7 + 64);
    }
}
