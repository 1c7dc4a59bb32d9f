package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.weir.consent.Documents;
import org.weir.consent.transform.ShapedRecord.Flows;
import org.weir.consent.transform.ShapedRecord.Withheld;
import org.weir.consent.transform.term.TermFault;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

/** Takes records through obligations, as tests say them. */
public final class Shaping {
    public static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
    public static final List<String> PATHS =
            CONTRACT.fields().stream().map(ContractField::path).toList();
    public static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** 07:30 in New York. */
    public static final long NOON = Instant.parse("2026-03-02T12:30:00Z").toEpochMilli();

    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    private Shaping() {}

    public static Obligation of(String action, String field, String... with) {
        Map<String, String> said = new java.util.HashMap<>();
        for (int i = 0; i < with.length; i += 2) {
            said.put(with[i], with[i + 1]);
        }
        return new Obligation(action, field, said);
    }

    public static AgreementDocument document(List<String> fields, Refinement refinement, List<Obligation> obligations) {
        AgreementDocument a = Documents.of("a", FEED, fields, obligations, null, null);
        return new AgreementDocument(
                a.uid(),
                1,
                a.profile(),
                a.title(),
                a.assigner(),
                a.assignee(),
                a.authority(),
                a.purpose(),
                new Target(FEED, List.of(), CONTRACT.version(), fields, refinement),
                obligations,
                null,
                null,
                30);
    }

    /** A shaper for all fields but the odometer. */
    public static JsonShaper shaper(byte[] key, Obligation... obligations) throws TermFault {
        List<String> fields =
                PATHS.stream().filter(path -> !path.endsWith("odometer")).toList();
        return Terms.read(document(fields, null, List.of(obligations)), CONTRACT, ZONE)
                .shape(key)
                .shaper();
    }

    /** What becomes of one record: its text, or the reason for which it is withheld. */
    public static String text(JsonShaper shaper, String record, long time) throws UnshapeableRecord {
        ShapedRecord shaped = shaper.shape(record.getBytes(UTF_8), time);
        return shaped instanceof Withheld withheld
                ? withheld.reason().code()
                : new String(((Flows) shaped).value(), UTF_8);
    }

    public static String text(String record, Obligation... obligations) throws TermFault, UnshapeableRecord {
        return text(shaper(KEY, obligations), record, NOON);
    }
}
