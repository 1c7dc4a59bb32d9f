package org.weir.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

@AnalyzeClasses(packages = "org.weir.city", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String[] CORE = {
        "org.weir.city.chance..",
        "org.weir.city.geo..",
        "org.weir.city.street..",
        "org.weir.city.network..",
        "org.weir.city.timetable..",
        "org.weir.city.sim..",
        "org.weir.city.plant..",
        "org.weir.city.flaw.."
    };

    @ArchTest
    static final ArchRule the_core_knows_time_lines_and_collections_only = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.util.function..",
                    "java.util.stream..",
                    "java.time..",
                    "org.weir.city.chance..",
                    "org.weir.city.geo..",
                    "org.weir.city.street..",
                    "org.weir.city.network..",
                    "org.weir.city.timetable..",
                    "org.weir.city.sim..",
                    "org.weir.city.plant..",
                    "org.weir.city.flaw..")
            .because("the city is the same wherever and whenever it is computed: no files, no network, no threads");

    @ArchTest
    static final ArchRule the_core_reads_no_clock_and_rolls_no_dice_of_others = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("time and chance are inputs");

    @ArchTest
    static final ArchRule streets_know_no_buses = noClasses()
            .that()
            .resideInAnyPackage("org.weir.city.street..", "org.weir.city.network..", "org.weir.city.timetable..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.weir.city.sim..");

    @ArchTest
    static final ArchRule what_is_published_knows_no_web = classes()
            .that()
            .resideInAnyPackage("org.weir.city.feed..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "org.weir.city..",
                    "com.google.transit.realtime..",
                    "com.google.protobuf..")
            .because("a message is made of reports; who asks for it is the server's matter");
}
