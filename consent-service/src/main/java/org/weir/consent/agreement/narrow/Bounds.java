package org.weir.consent.agreement.narrow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.rule.Finding;
import org.weir.schemas.agreement.AgreementDocument;

/**
 * Holds a text against all that binds above it and below it: what is in force, and an amendment that both signed and that
 * waits for its first second, for nobody looks again when that comes.
 */
public final class Bounds {
    private static final String BEGINNING = new BeginsWithin().term();

    private Bounds() {}

    /** Where a text allows more than its parent does, or will. */
    public static List<Finding> above(Agreement parent, AgreementDocument text) {
        List<Finding> findings = new ArrayList<>(Narrowing.objections(parent.document(), text));
        parent.waiting().ifPresent(next -> findings.addAll(afterAnother(next, text)));
        return List.copyOf(findings);
    }

    /** Where a child that both its parties signed allows more than a text, or will. */
    public static List<Finding> below(AgreementDocument text, Agreement child) {
        if (!binds(child)) {
            return List.of();
        }
        return Stream.concat(Stream.of(child.document()), child.waiting().stream())
                .flatMap(each -> (text.supersedes() == null
                                ? Narrowing.objections(text, each)
                                : afterAnother(text, each))
                        .stream())
                .toList();
    }

    /** Under a text that takes another's place a child may begin earlier: until then the other bounds it. */
    private static List<Finding> afterAnother(AgreementDocument next, AgreementDocument child) {
        return Narrowing.objections(next, child).stream()
                .filter(finding -> !finding.clause().equals(BEGINNING))
                .toList();
    }

    private static boolean binds(Agreement agreement) {
        return switch (agreement.state()) {
            case FINALIZED, ACTIVE, SUSPENDED -> true;
            default -> false;
        };
    }
}
