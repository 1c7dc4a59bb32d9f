package org.weir.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.weir.dashboard", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String[] PURE = {
        "org.weir.dashboard.schedule",
        "org.weir.dashboard.movement",
        "org.weir.dashboard.measure",
        "org.weir.dashboard.standing",
        "org.weir.dashboard.street",
        "org.weir.dashboard.rank",
        "org.weir.dashboard.live",
        "org.weir.dashboard.export"
    };

    @ArchTest
    static final ArchRule PURE_CORES_KNOW_ONLY_THEMSELVES = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson.annotation",
                    "org.weir.schemas..",
                    "org.weir.dashboard.schedule",
                    "org.weir.dashboard.movement",
                    "org.weir.dashboard.measure",
                    "org.weir.dashboard.standing",
                    "org.weir.dashboard.street",
                    "org.weir.dashboard.rank",
                    "org.weir.dashboard.live",
                    "org.weir.dashboard.export");

    @ArchTest
    static final ArchRule TIME_IS_AN_INPUT = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule ONLY_THE_IMPORT_KNOWS_THE_GTFS_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("org.weir.dashboard.schedule.gtfs")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.onebusaway..");

    @ArchTest
    static final ArchRule ONLY_THE_FORMATS_KNOW_THE_PARQUET_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("org.weir.dashboard.export.format")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..", "blue.strategic..");

    @ArchTest
    static final ArchRule ONLY_THE_STREAM_KNOWS_KAFKA_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackage("org.weir.dashboard.stream")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule THE_OTHER_SERVICES_ARE_STRANGERS =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.weir.ingest..", "org.weir.consent..");

    @ArchTest
    static final ArchRule NOBODY_ASKS_FOR_A_RAW_TOPIC = noClasses()
            .should()
            .accessField(org.weir.schemas.topic.Topics.class, "RAW")
            .orShould()
            .callMethod(org.weir.schemas.topic.Topics.class, "raw", org.weir.schemas.id.FeedId.class)
            .orShould()
            .callMethod(org.weir.schemas.topic.Topics.class, "feedOfRaw", String.class);

    @Test
    void namesNoRawTopic_inCodeOrConfiguration() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/main/resources")))) {
            List<Path> naming = files.filter(Files::isRegularFile)
                    .filter(HouseTest::namesRaw)
                    .toList();
            assertThat(naming).isEmpty();
        }
    }

    private static boolean namesRaw(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("\"raw.") || text.contains("=raw.") || text.contains("raw\\.");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void everyPackageSaysWhatItReadsAndWrites() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> silent = files.filter(Files::isDirectory)
                    .filter(HouseTest::hasClasses)
                    .filter(directory -> !saysSo(directory.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static boolean hasClasses(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysSo(Path info) {
        try {
            String text = Files.readString(info);
            return text.startsWith("/** Reads ") && text.contains("writes");
        } catch (IOException e) {
            return false;
        }
    }
}
