package org.weir.consent.agreement.narrow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.id.FeedId;

/**
 * One thing that a recipient might see, and whether an agreement lets it: a model of what agreements mean, written from
 * the specification and independent of the classes under test. It takes every agreement for one that runs, whatever its
 * tier, for it asks what it would let flow.
 *
 * @param field the field looked at
 * @param resolution the fineness of a position looked at, as an H3 resolution
 * @param age how old the record is when it is seen
 * @param subject where in [0, 1) its subject's hash lies
 * @param nth the how many-th record of the day it is
 * @param zone the protected zone that the record lies in
 * @param exact whether its exact time is told
 * @param trip whether it names its trip
 * @param kept for how many days the recipient has kept it
 */
record Flow(
        FeedId feed,
        String contract,
        String field,
        boolean raw,
        int resolution,
        Action action,
        Prohibition misuse,
        String purpose,
        Instant now,
        Instant eventTime,
        double longitude,
        double latitude,
        boolean a,
        boolean b,
        boolean c,
        Duration age,
        double subject,
        int nth,
        String zone,
        boolean exact,
        boolean trip,
        int kept) {
    private static final Map<String, Predicate<Flow>> PREDICATES = Map.of(
            "a", Flow::a,
            "b || c", f -> f.b || f.c,
            "(a) && b", f -> f.a && f.b,
            "(a) && b || c", f -> f.a && f.b || f.c,
            "(b || c) && a", f -> (f.b || f.c) && f.a,
            "a && b", f -> f.a && f.b);

    boolean underThe(AgreementDocument d) {
        return d.target() == null || covered(d) && inScope(d.target().refinement())
                ? used(d) && inTime(d) && d.obligations().stream().allMatch(o -> after(o, d))
                : false;
    }

    private boolean covered(AgreementDocument d) {
        boolean fed = d.target().feed() == null
                ? feed.agency().equals(d.assigner()) && !d.target().except().contains(feed)
                : d.target().feed().equals(feed);
        return fed
                && d.target().contractVersion().equals(contract)
                && d.target().fields().contains(field);
    }

    private boolean inScope(Refinement r) {
        return r == null
                || (r.where() == null || PREDICATES.get(r.where()).test(this))
                        && (r.recordsFrom() == null || !eventTime.isBefore(r.recordsFrom()))
                        && (r.recordsUntil() == null || eventTime.isBefore(r.recordsUntil()))
                        && (r.within() == null
                                || longitude >= r.within().west()
                                        && longitude <= r.within().east()
                                        && latitude >= r.within().south()
                                        && latitude <= r.within().north());
    }

    private boolean used(AgreementDocument d) {
        return d.actions().contains(action)
                && !d.prohibitions().contains(misuse)
                && Purpose.of(d.purpose())
                        .orElseThrow()
                        .includes(Purpose.of(purpose).orElseThrow())
                && kept <= d.retentionDays();
    }

    private boolean inTime(AgreementDocument d) {
        return (d.effectiveFrom() == null || !now.isBefore(d.effectiveFrom()))
                && (d.expires() == null || now.isBefore(d.expires()))
                && (d.emergency() == null || now.isBefore(d.emergency().sunset()));
    }

    private boolean after(Obligation o, AgreementDocument d) {
        if (!afterWholeRecord(o)) {
            return false;
        }
        boolean here = o.field() == null || field.equals(o.field()) || field.startsWith(o.field() + ".");
        if (!here) {
            return true;
        }
        return switch (o.action()) {
            case "redact" -> false;
            case "pseudonymise" -> !raw;
            case "coarsenLocation" -> resolution <= Integer.parseInt(o.with().get("resolution"));
            case "delay" -> age.compareTo(Duration.parse(o.with().get("by"))) >= 0;
            case "sample" -> subject < Double.parseDouble(o.with().get("share"));
            // A model without days: the how many-th in all is at least the how many-th of its day.
            case "limitUse" -> nth <= Integer.parseInt(o.with().get("records"));
            case "rotateId" -> !raw;
            case "generalise" -> !exact;
            default -> throw new IllegalArgumentException(o.action());
        };
    }

    /** What an obligation does whether or not its field is the one looked at. */
    private boolean afterWholeRecord(Obligation o) {
        return switch (o.action()) {
            case "coarsenLocation" -> !zone.equals(o.with().get("protect"));
            case "generalise" -> !exact;
            case "rotateId" -> trip;
            default -> true;
        };
    }
}
