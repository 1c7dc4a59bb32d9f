package org.weir.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void reads_aFeedId_asAgencyAndDataset() {
        FeedId feed = FeedId.of("riverton-transit.vehicle-positions");
        assertThat(feed.agency()).isEqualTo(new AgencyId("riverton-transit"));
        assertThat(feed.dataset()).isEqualTo("vehicle-positions");
        assertThat(feed.value()).isEqualTo("riverton-transit.vehicle-positions");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "A", "a.b", "a_b", "-a", "a-", "a b", "é", "a/../b", "*"})
    void refuses_whatCouldNotStandInATopicName(String value) {
        assertThatThrownBy(() -> new AgencyId(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecipientId(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgreementId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "agency", "agency.", ".dataset", "agency.data.set"})
    void refuses_aFeedIdWithoutItsTwoParts(String value) {
        assertThatThrownBy(() -> FeedId.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_anIdThatWouldMakeATopicNameTooLong() {
        assertThatThrownBy(() -> new AgencyId("a".repeat(49))).hasMessageContaining("longer");
    }
}
