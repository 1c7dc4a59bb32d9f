package org.weir.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The layers of consent-service. */
@AnalyzeClasses(packages = "org.weir.consent", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String[] PURE = {
        "org.weir.consent.agreement",
        "org.weir.consent.agreement.rule",
        "org.weir.consent.agreement.narrow",
        "org.weir.consent.review",
        "org.weir.consent.agreement.words",
        "org.weir.consent.policy",
        "org.weir.consent.transform",
        "org.weir.consent.transform.term",
        "org.weir.consent.transform.scope",
        "org.weir.consent.transform.place",
        "org.weir.consent.ledger",
        "org.weir.consent.receipt",
        "org.weir.consent.presumption",
        "org.weir.consent.canonical",
        "org.weir.consent.odrl",
        "org.weir.consent.ledger.tree",
        "org.weir.consent.ledger.note",
        "org.weir.consent.ledger.audit",
        "org.weir.consent.accounting"
    };
    /** What the jar for auditors holds. */
    private static final String[] VERIFIER = {
        "org.weir.consent.ledger.tree", "org.weir.consent.ledger.note", "org.weir.consent.ledger.audit"
    };

    /** The one library that a pure package may use beside Java: what it does is what the package is for. */
    private static final String[] JSON = {"com.fasterxml.jackson..", "org.erdtman.jcs.."};

    @ArchTest
    static final ArchRule pureCoresKnowNeitherQuarkusNorKafkaNorTheDatabase = classes()
            .that()
            .resideInAnyPackage(PURE)
            .and()
            .resideOutsideOfPackages(
                    "org.weir.consent.canonical",
                    "org.weir.consent.odrl",
                    "org.weir.consent.transform.scope",
                    "org.weir.consent.transform.place")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    with(PURE, "java..", "javax.crypto..", "com.fasterxml.jackson.annotation..", "org.weir.schemas.."));

    @ArchTest
    static final ArchRule formsForOthersKnowJsonAlone = classes()
            .that()
            .resideInAnyPackage("org.weir.consent.canonical", "org.weir.consent.odrl")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    with(JSON, "org.weir.consent.canonical", "org.weir.consent.odrl", "java..", "org.weir.schemas.."));

    @ArchTest
    static final ArchRule predicatesKnowCelAlone = classes()
            .that()
            .resideInAPackage("org.weir.consent.transform.scope")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(PURE, "dev.cel..", "com.google.common.collect..", "java..", "org.weir.schemas.."));

    @ArchTest
    static final ArchRule placesKnowH3Alone = classes()
            .that()
            .resideInAPackage("org.weir.consent.transform.place")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(PURE, "com.uber.h3core..", "java..", "org.weir.schemas.."));

    @ArchTest
    static final ArchRule previewingKnowsJsonAndOtherPureCores = classes()
            .that()
            .resideInAPackage("org.weir.consent.preview")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    with(PURE, "org.weir.consent.preview", "com.fasterxml.jackson..", "java..", "org.weir.schemas.."));

    @ArchTest
    static final ArchRule theRegisterKnowsJsonAndOtherPureCores = classes()
            .that()
            .resideInAPackage("org.weir.consent.register")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    with(PURE, "org.weir.consent.register", "com.fasterxml.jackson..", "java..", "org.weir.schemas.."));

    @ArchTest
    static final ArchRule transformingKnowsNoPolicy = noClasses()
            .that()
            .resideInAPackage("org.weir.consent.transform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.weir.consent.policy", "org.weir.consent.agreement..");

    @ArchTest
    static final ArchRule enforcingKnowsNoRulesAndNoDatabase = noClasses()
            .that()
            .resideInAPackage("org.weir.consent.enforce")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.weir.consent.agreement.rule",
                    "org.weir.consent.agreement.store",
                    "org.weir.consent.agreement.desk",
                    "org.weir.consent.ledger.store");

    @ArchTest
    static final ArchRule anAuditorNeedsNothingButJava = classes()
            .that()
            .resideInAnyPackage(VERIFIER)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(VERIFIER, "java.."));

    @ArchTest
    static final ArchRule timeIsAnInput = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nobodySleepsOrPrints = noClasses()
            .that()
            // The auditor's command; printing is what it is for.
            .doNotHaveFullyQualifiedName("org.weir.consent.ledger.audit.VerifyLedger")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .accessField(System.class, "out");

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
