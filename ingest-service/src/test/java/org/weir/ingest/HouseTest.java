package org.weir.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.weir.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule registrationsAreWrittenWithoutFramework = classes()
            .that()
            .resideInAPackage("org.weir.ingest.feed")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.weir.ingest.feed", "org.weir.schemas..");

    @ArchTest
    static final ArchRule decodingKnowsOnlyTheFormats = classes()
            .that()
            .resideInAPackage("org.weir.ingest.decode")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.weir.ingest.decode",
                    "org.weir.schemas..",
                    "com.google.protobuf..",
                    "com.google.transit.realtime..",
                    "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule checksKnowOnlyRecords = classes()
            .that()
            .resideInAPackage("org.weir.ingest.check")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.weir.ingest.check", "org.weir.ingest.decode", "org.weir.schemas..");

    @ArchTest
    static final ArchRule timeIsAnInput = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule publishingKnowsNoHttp = noClasses()
            .that()
            .resideInAPackage("org.weir.ingest.publish")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "jakarta.ws.rs..", "org.weir.ingest.feed.rest..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages("org.weir.ingest.feed.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");
}
