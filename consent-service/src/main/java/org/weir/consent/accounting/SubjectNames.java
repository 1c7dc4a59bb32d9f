package org.weir.consent.accounting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.transform.JsonShaper;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.consent.transform.ShapedRecord;
import org.weir.consent.transform.ShapedRecord.Flows;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedContract;

/**
 * Under which names a subject went out. A record that says nothing but its subject is taken through the very code that
 * enforces, under each version of the agreement, each of its keys and each day: what comes out is the name.
 */
public final class SubjectNames {
    private static final LocalTime MIDDAY = LocalTime.NOON;

    private final PlanCompiler compiler;

    public SubjectNames(FeedDirectory feeds, PseudonymKeys keys) {
        this.compiler = new PlanCompiler(feeds, keys);
    }

    /**
     * What could be found out.
     *
     * @param names the names, as they stand in the shared records' keys
     * @param complete whether there is no other; a name by trip, or of a key that is gone, cannot be found out
     */
    public record Names(Set<String> names, boolean complete) {}

    /**
     * The subject's names on those days.
     *
     * @param versions every version of the agreement that was ever in force
     * @param keyEpochs how many keys the agreement has had
     */
    public Names of(
            List<AgreementDocument> versions,
            int keyEpochs,
            KnownFeed feed,
            String subject,
            Collection<LocalDate> days) {
        Set<String> names = new HashSet<>();
        boolean complete = true;
        for (AgreementDocument document : versions) {
            if (!document.covers(feed.id())
                    || !document.target().fields().contains(feed.contract().subject())) {
                continue;
            }
            AgreementDocument alone = aboutTheSubjectAlone(document, feed.contract());
            for (int epoch = PseudonymKeys.FIRST_EPOCH; epoch <= keyEpochs; epoch++) {
                CompiledPlan plan = compiler.compile(
                        new AgreementRecord(0, AgreementState.ACTIVE, null, epoch, alone, Instant.EPOCH, ""),
                        feed.id());
                complete &= plan.flawed().isEmpty() && collect(plan, feed, subject, days, names);
            }
        }
        return new Names(names, complete);
    }

    private static boolean collect(
            CompiledPlan plan, KnownFeed feed, String subject, Collection<LocalDate> days, Set<String> names) {
        JsonShaper shaper = plan.shape().shaper();
        byte[] record = record(feed.contract().subject(), subject);
        boolean complete = true;
        for (LocalDate day : days) {
            long midday = day.atTime(MIDDAY).atZone(feed.timezone()).toInstant().toEpochMilli();
            try {
                ShapedRecord shaped = shaper.shape(record, midday);
                if (shaped instanceof Flows flows && flows.key() != null) {
                    names.add(SharedCounts.subject(flows.key()));
                } else {
                    complete = false;
                }
            } catch (UnshapeableRecord e) {
                complete = false;
            }
        }
        return complete;
    }

    /** The agreement without what would withhold a record that says nothing but its subject. */
    private static AgreementDocument aboutTheSubjectAlone(AgreementDocument a, FeedContract contract) {
        List<Obligation> onSubject = a.obligations().stream()
                .filter(o -> contract.subject().equals(o.field()))
                .toList();
        Target target = new Target(
                a.target().feed(),
                a.target().except(),
                a.target().contractVersion(),
                fields(a, contract, onSubject),
                null);
        return a.with(target, onSubject);
    }

    private static List<String> fields(AgreementDocument a, FeedContract contract, List<Obligation> onSubject) {
        // A name by trip needs the trip's fields to be understood, though the record does not have them.
        return onSubject.isEmpty() ? List.of(contract.subject()) : a.target().fields();
    }

    /** JSON that says the subject and nothing else. */
    private static byte[] record(String path, String subject) {
        StringBuilder json = new StringBuilder();
        String[] names = path.split("\\.");
        Arrays.stream(names).forEach(name -> json.append("{\"").append(name).append("\":"));
        json.append('"');
        subject.chars()
                .forEach(c -> json.append(
                        c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", c) : Character.toString(c)));
        return json.append('"').append("}".repeat(names.length)).toString().getBytes(StandardCharsets.UTF_8);
    }
}
