package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class StandingAgreementsIT {
    @Inject
    KafkaSettings kafka;

    @Inject
    MeterRegistry meters;

    @Test
    void suspensionIsTheLastWordAgain_whereAnOlderChangeWasWrittenBehindIt() throws Exception {
        try (TestFeed feed = new TestFeed("written-late")) {
            // Given an agreement that was in force, and rests
            AgreementDocument agreement = Documents.buses("written-late", feed.id());
            Api.activated(agreement);
            byte[] inForce = last("written-late").value();
            assertThat(state(inForce)).isEqualTo(AgreementState.ACTIVE);
            Api.officer()
                    .contentType(ContentType.JSON)
                    .body("{\"reason\":\"test\"}")
                    .post("/api/v1/agreements/written-late/suspend")
                    .then()
                    .statusCode(200);
            assertThat(state(last("written-late").value())).isEqualTo(AgreementState.SUSPENDED);
            double before = meters.counter(StandingAgreements.METER).count();

            // When a process that stood still writes the change of before
            try (KafkaProducer<String, byte[]> late = new KafkaProducer<>(kafka.producer("late"))) {
                late.send(new ProducerRecord<>(Topics.AGREEMENTS.pattern(), "written-late", inForce))
                        .get();
            }

            // Then the newest stands behind it, for whoever finds nothing else once the topic is compacted
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> meters.counter(StandingAgreements.METER).count() > before);
            assertThat(state(last("written-late").value())).isEqualTo(AgreementState.SUSPENDED);
        }
    }

    private static ConsumerRecord<byte[], byte[]> last(String agreement) {
        List<ConsumerRecord<byte[], byte[]>> its = TestFeed.read(Topics.AGREEMENTS.pattern()).stream()
                .filter(each -> agreement.equals(Positions.text(each.key())))
                .toList();
        return its.get(its.size() - 1);
    }

    private static AgreementState state(byte[] record) throws Exception {
        return Json.STRICT.readValue(record, AgreementRecord.class).state();
    }
}
