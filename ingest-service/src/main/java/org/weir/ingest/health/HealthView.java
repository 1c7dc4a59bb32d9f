package org.weir.ingest.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed's health as its page shows it. */
@Schema(description = "How a feed does")
public record HealthView(
        @Schema(
                        description =
                                "flowing: new records come; quiet: none came lately; failing: the last poll failed;"
                                        + " waiting: nothing came yet")
                String state,
        Instant lastPollAt,
        Instant lastGoodAt,
        @Schema(description = "What was wrong with the last poll or push; null where nothing was") Fault lastOutcome,
        @Schema(description = "The last fault of each kind, newest first") List<Fault> faults,
        @Schema(description = "Event time of the newest record") Instant newestRecordAt,
        @Schema(description = "Records on the raw topic since the feed was registered") long accepted,
        @Schema(description = "Records that came again after they were published") long duplicate,
        @Schema(description = "Records in quarantine by code; one that comes again is counted once")
                Map<String, Long> rejected,
        Tally.Polls polls) {}
