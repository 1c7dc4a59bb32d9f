package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class AgreementPublisherIT {
    @Inject
    TopicKeeper topics;

    @Test
    void publishesBeforeItAnswers_alsoWhereAnotherProcessHasLockedItOut() throws Exception {
        try (TestFeed feed = new TestFeed("locked-out")) {
            // Given
            AgreementDocument agreement = Documents.buses("locked-out", feed.id());
            Api.activated(agreement);

            // When another process begins to publish, as a second one does at its start
            topics.fence(AgreementPublisher.WRITER);

            // Then the next change is taken all the same, and is there when it is answered
            Api.revoked(agreement);
            assertThat(states("locked-out")).contains(AgreementState.ACTIVE, AgreementState.REVOKED);
        }
    }

    private static List<AgreementState> states(String agreement) throws IOException {
        List<AgreementState> states = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : TestFeed.read(Topics.AGREEMENTS.pattern())) {
            if (agreement.equals(Positions.text(each.key()))) {
                states.add(Json.STRICT
                        .readValue(each.value(), AgreementRecord.class)
                        .state());
            }
        }
        return states;
    }
}
