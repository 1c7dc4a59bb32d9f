package org.weir.local.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.RecipientId;

/** What is registered for a publisher, in the forms of the REST APIs. */
public final class Documents {

    /** What a planner has no need of. The vehicle's id flows, as a pseudonym. */
    private static final Set<String> KEPT_BACK = Set.of("vehicle.label", "vehicle.licensePlate", "position.odometer");

    private static final int RETENTION_DAYS = 400;
    private static final double TIMEOUT_SECONDS = 10.0;

    private Documents() {}

    /** The agency. */
    public static Map<String, Object> agency(Publisher publisher) {
        return Map.of("id", publisher.id().value(), "name", publisher.name(), "timezone", publisher.timezone());
    }

    /** Its feed of vehicle positions, polled. */
    public static Map<String, Object> feed(Publisher publisher) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", publisher.feed().value());
        form.put("title", publisher.name() + ", vehicle positions");
        form.put("contract", FeedContract.VEHICLE_POSITIONS);
        form.put(
                "schedule",
                publisher.schedule() instanceof Schedule.Address a ? a.uri().toString() : null);
        form.put("recorded", publisher.recorded());
        // So that past days can be sent at any time; what is raw is then kept by size.
        form.put("past", true);
        form.put(
                "source",
                Map.of(
                        "kind",
                        "poll",
                        "url",
                        publisher.positions().toString(),
                        "everySeconds",
                        publisher.everySeconds(),
                        "timeoutSeconds",
                        TIMEOUT_SECONDS));
        return form;
    }

    /** The agreement under which a planner sees it: every field but what a planner has no need of. */
    public static AgreementDocument agreement(Publisher publisher) {
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        List<String> fields = contract.fields().stream()
                .map(ContractField::path)
                .filter(path -> !KEPT_BACK.contains(path))
                .toList();
        return new AgreementDocument(
                publisher.agreement(),
                1,
                AgreementDocument.PROFILE,
                "Buses of " + publisher.name() + " for planning",
                publisher.id(),
                new RecipientId(Lineup.RECIPIENT),
                "An agreement of this machine only, made by deploy/local",
                "transit-planning",
                new Target(publisher.feed(), contract.version(), fields),
                List.of(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")),
                null,
                null,
                RETENTION_DAYS);
    }
}
