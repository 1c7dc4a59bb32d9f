package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class SharedTopicIT {
    @Inject
    KafkaSettings kafka;

    @Inject
    ConsentSettings settings;

    @Test
    void forgetsAsAgreed_whereTheTopicWasThereBefore() throws Exception {
        try (TestFeed feed = new TestFeed("topic-before");
                TopicKeeper topics = new TopicKeeper(kafka, (short) 1)) {
            // Given
            AgreementDocument agreement = Documents.buses("topic-before-plan", feed.id());
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            TestFeed.create(topic, 8, Map.of("retention.ms", "123456789", "retention.bytes", "4242"));

            // When
            Api.activated(agreement);

            // Then it is kept as a recorded feed's is
            assertThat(setting(topic, "retention.ms")).isEqualTo("-1");
            assertThat(setting(topic, "retention.bytes"))
                    .isEqualTo(Long.toString(settings.topics().recordedBytes()));

            // When it is to be kept for days, as a live feed's is
            topics.keep(topic, 8, Topics.SHARED.keptFor(Duration.ofDays(30)));

            // Then
            assertThat(setting(topic, "retention.ms")).isEqualTo("2592000000");
            assertThat(setting(topic, "retention.bytes")).isEqualTo("-1");
        }
    }

    @Test
    void isNotMade_whereTheAgreementMayNotBeSigned() {
        try (TestFeed feed = new TestFeed("topic-refused");
                TopicKeeper topics = new TopicKeeper(kafka, (short) 1)) {
            // Given an agreement whose time is over
            Instant past = Instant.parse("2020-01-01T00:00:00Z");
            AgreementDocument agreement =
                    Documents.of("topic-refused-plan", feed.id(), Documents.FIELDS, List.of(), null, past);
            Api.draft(Json.text(agreement)).then().statusCode(201);
            Api.moved(Api.officer(), agreement, "offer");
            Api.moved(Api.recipient(agreement), agreement, "accept");

            // When
            String code = Api.recipient(agreement)
                    .post("/api/v1/agreements/" + agreement.uid() + "/sign")
                    .jsonPath()
                    .getString("code");

            // Then
            assertThat(code).isEqualTo("agreement-dates");
            assertThat(topics.partitions(Topics.shared(agreement.assignee(), agreement.uid(), feed.id())))
                    .isEmpty();
        }
    }

    private String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(kafka.common())) {
            Config config = admin.describeConfigs(List.of(resource))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .get(resource);
            return config.get(name).value();
        }
    }
}
