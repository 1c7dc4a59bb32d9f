package org.weir.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.weir.local", importOptions = DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule PLANS_KNOW_NO_PROCESS = classes()
            .that()
            .resideInAnyPackage("org.weir.local.plan", "org.weir.local.gtfs")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.weir.local.plan", "org.weir.local.gtfs", "org.weir.schemas..");
}
