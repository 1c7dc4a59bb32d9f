package org.weir.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

class TopicsTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    @Test
    void names_everyTopicOfAFeed() {
        assertThat(Topics.raw(FEED)).isEqualTo("raw.riverton-transit.vehicle-positions");
        assertThat(Topics.quarantine(FEED)).isEqualTo("quarantine.riverton-transit.vehicle-positions");
        assertThat(Topics.feedOfRaw(Topics.raw(FEED))).isEqualTo(FEED);
    }

    @Test
    void reads_aSharedTopicsNameBack() {
        SharedTopic topic = new SharedTopic(new RecipientId("city-planning"), new AgreementId("buses"), FEED);
        assertThat(topic.name()).isEqualTo("shared.city-planning.buses.riverton-transit.vehicle-positions");
        assertThat(SharedTopic.of(topic.name())).isEqualTo(topic);
    }

    @Test
    void takes_noOtherNameForASharedTopic() {
        assertThatThrownBy(() -> SharedTopic.of("raw.a.b.c.d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SharedTopic.of("shared.a.b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_theLongestPossibleNameWithinKafkasLimit() {
        String longest = "a".repeat(48);
        FeedId feed = new FeedId(new AgencyId(longest), longest);
        assertThat(Topics.shared(new RecipientId(longest), new AgreementId(longest), feed))
                .hasSizeLessThanOrEqualTo(249);
    }

    @Test
    void bounds_aRecordingBySize_becauseItsEventTimesAreLongPast() {
        assertThat(Topics.RAW.keptBySize(1024))
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "1024");
        assertThat(Topics.SHARED.keptFor(Duration.ofDays(2))).containsEntry("retention.ms", "172800000");
        assertThat(Topics.AGREEMENTS.settings()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void lets_onlyTheConsentServiceReadRawTopics() {
        assertThat(Topics.RAW.readers()).containsExactly(Party.CONSENT);
        assertThat(Topics.SHARED.readers()).containsExactly(Party.RECIPIENT);
    }
}
