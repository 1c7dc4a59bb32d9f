package org.weir.consent;

import java.time.Instant;
import java.util.List;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** Agreements for tests. */
public final class Documents {
    public static final List<String> FIELDS = List.of(
            "trip.tripId",
            "trip.routeId",
            "trip.directionId",
            "trip.startDate",
            "vehicle.id",
            "position.latitude",
            "position.longitude",
            "position.bearing",
            "position.speed",
            "stopId",
            "timestamp");

    private Documents() {}

    /** Eleven fields, the vehicle's id under a pseudonym. */
    public static AgreementDocument buses(String id, FeedId feed) {
        return of(id, feed, FIELDS, List.of(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")), null, null);
    }

    public static AgreementDocument of(
            String id, FeedId feed, List<String> fields, List<Obligation> obligations, Instant from, Instant expires) {
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        return new AgreementDocument(
                new AgreementId(id),
                1,
                AgreementDocument.PROFILE,
                "Buses for planning",
                feed.agency(),
                new RecipientId("city-planning"),
                "Riverton Code 12.3",
                "transit-planning",
                new Target(feed, contract.version(), fields),
                obligations,
                from,
                expires,
                30);
    }
}
