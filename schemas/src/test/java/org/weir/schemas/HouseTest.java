package org.weir.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.weir.schemas", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule schemas_know_no_framework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.weir.schemas..", "com.fasterxml.jackson..")
            .because("a recipient of another make must be able to read what crosses the boundary");
}
