package org.weir.consent.agreement.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.problem.Refusal;

/** Every rule for an agreement's text, in the order in which a writer would want to hear of them. */
public final class DocumentRules {
    /** A rule and the term that it is about. */
    private record Held(String clause, DocumentRule rule) {
        Optional<Finding> finding(AgreementDocument agreement, KnownFeed feed) {
            return rule.objection(agreement, feed)
                    .map(why -> new Finding(clause, why.error(), why.problem().detail()));
        }
    }

    /** About what every agreement says. */
    private static final List<Held> TERMS = List.of(
            new Held("profile", new ProfileIsKnown()),
            new Held("title", new TextsAreShort()),
            new Held("honestBroker", new IdsAreIds()),
            new Held("tier", new TierFits()),
            new Held("supersedes", new VersionFollows()),
            new Held("grounds.prohibition", new NothingProhibits()),
            new Held("authority", new AuthorityNamesTheLaw()),
            new Held("purpose", new PurposeIsKnown()),
            new Held("actions", new LicenceMayBeRead()),
            new Held("prohibitions", new ActionsAreNotProhibited()),
            new Held("target", new NothingIsSaidTwice()),
            new Held("effectiveFrom", new DatesAreInOrder()),
            new Held("emergency", new EmergencyHolds()),
            new Held("inheritFrom", new EmergencyStandsAlone()),
            new Held("service", new ServiceCanBeKept()),
            new Held("obligations", new ObligationsAreKnown()));

    /** About what is shared. */
    private static final List<Held> TARGET = List.of(
            new Held("target.except", new TargetIsWellSaid()),
            new Held("target.refinement", new ScopeHoldsSomething()),
            new Held("target.fields", new LetsAFieldFlow()),
            new Held("target.feed", new FeedIsRegistered()));

    /** About a feed and its contract. */
    private static final List<Held> CONTRACT = List.of(
            new Held("assigner", new AssignerOwnsFeed()),
            new Held("target.contractVersion", new ContractVersionIsPresent()),
            new Held("target.fields", new FieldsAreInContract()),
            new Held("target.refinement", new ScopeFitsRecords()),
            new Held("obligations", new ObligationsFitFields()));

    private DocumentRules() {}

    /**
     * Lets a text pass that keeps every rule.
     *
     * @throws Refusal the first objection
     */
    public static void check(AgreementDocument agreement, FeedDirectory feeds) {
        List<Finding> findings = findings(agreement, feeds);
        if (!findings.isEmpty()) {
            throw findings.get(0).refusal();
        }
    }

    /**
     * Everything that is wrong with a text; empty where it keeps every rule. Of a text that leaves out what every
     * agreement says, only that is told.
     */
    public static List<Finding> findings(AgreementDocument agreement, FeedDirectory feeds) {
        List<Finding> missing = IsComplete.findings(agreement);
        if (!missing.isEmpty()) {
            return missing;
        }
        List<Finding> findings = held(TERMS, agreement, null);
        if (agreement.target() != null) {
            List<KnownFeed> covered = covered(agreement, feeds);
            findings.addAll(held(TARGET, agreement, covered.isEmpty() ? null : covered.get(0)));
            findings.addAll(heldByOne(agreement, covered));
        }
        return List.copyOf(findings);
    }

    /**
     * What is wrong with it for the feed that it covers. Where every feed is meant, feeds may keep different contracts:
     * it must suit one of them; from those that it does not suit nothing flows.
     */
    private static List<Finding> heldByOne(AgreementDocument agreement, List<KnownFeed> covered) {
        List<List<Finding>> each =
                covered.stream().map(feed -> held(CONTRACT, agreement, feed)).toList();
        return each.isEmpty() || each.stream().anyMatch(List::isEmpty) ? List.of() : each.get(0);
    }

    private static List<Finding> held(List<Held> rules, AgreementDocument agreement, KnownFeed feed) {
        List<Finding> findings = new ArrayList<>();
        rules.forEach(each -> each.finding(agreement, feed).ifPresent(findings::add));
        return findings;
    }

    private static List<KnownFeed> covered(AgreementDocument agreement, FeedDirectory feeds) {
        Target target = agreement.target();
        return target.feed() != null
                ? feeds.find(target.feed()).stream().toList()
                : feeds.of(agreement.assigner()).stream()
                        .filter(feed -> !target.except().contains(feed.id()))
                        .toList();
    }
}
