package org.weir.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;

class LineupTest {

    private final Lineup lineup = new Lineup(
            new Place(Path.of("/weir"), Path.of("/data")), new Ports(1, 2, 3, 4, 5, 6), Path.of("/jdk/java"));

    @Test
    void givesEachServiceItsOwnPortAndDatabase() {
        for (PlannedProcess service : lineup.services()) {
            assertThat(service.environment())
                    .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                    .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:5")
                    .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:6/" + service.name())
                    .containsEntry("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "file:///data/issuer.pub.pem");
        }
        assertThat(lineup.services())
                .extracting(PlannedProcess::name)
                .containsExactly("ingest", "consent", "dashboard");
        assertThat(lineup.services())
                .extracting(service -> service.environment().get("QUARKUS_HTTP_PORT"))
                .containsExactly("2", "3", "1");
    }

    @Test
    void keepsTheHeapsTogetherSmallEnoughForTheMachine() {
        long heaps = java.util.stream.Stream.concat(
                        lineup.services().stream(),
                        java.util.stream.Stream.of(lineup.stack(), lineup.city(new CityClock(Optional.empty(), 1))))
                .flatMap(process -> process.command().stream())
                .filter(argument -> argument.startsWith("-Xmx"))
                .mapToLong(argument -> Long.parseLong(argument.substring(4, argument.length() - 1)))
                .sum();

        // 3.5 GB is the bar for everything; what a JVM needs beside its heap is about 150 MB each.
        assertThat(heaps).isLessThan(2500);
    }

    @Test
    void pushesThePastToIngest_asAnyPublisherWould() {
        Publisher publisher = new Publisher(
                new AgencyId("wmata"),
                "WMATA",
                "America/New_York",
                new Schedule.Archive(Path.of("gtfs.zip")),
                URI.create("https://x.org/v.pb"),
                15,
                false,
                new AgreementId("wmata-for-planning"));

        assertThat(lineup.history(publisher, new Past.City(LocalDate.parse("2026-03-01"), 28))
                        .command())
                .containsSubsequence("--to", "http://127.0.0.1:2/api/v1/feeds/wmata.vehicle-positions/records/past")
                .containsSubsequence("--from", "2026-03-01", "--days", "28");
    }

    @Test
    void startsTheCityAtItsOwnTime_onlyWhenThatWasChosen() {
        CityClock morning = new CityClock(Optional.of(LocalDateTime.parse("2026-03-02T07:30")), 20);
        assertThat(lineup.city(morning).command()).containsSubsequence("--speed", "20.0", "--from", "2026-03-02T07:30");
        assertThat(lineup.city(new CityClock(Optional.empty(), 1)).command()).doesNotContain("--from");
    }
}
