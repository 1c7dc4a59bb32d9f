package org.weir.consent.transform.term;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.weir.consent.transform.RecordStep;

/** One obligation that was understood in full. */
public sealed interface Term {
    /**
     * Done to each record.
     *
     * @param fields which fields it rewrites
     * @param keyed whether it needs the agreement's secret key
     * @param made makes the step from that key, or from null where it needs none
     */
    record EachRecord(List<String> fields, boolean keyed, Function<byte[], RecordStep> made) implements Term {}

    /** Records are held back. */
    record HeldBack(Duration delay) implements Term {}

    /**
     * Only so many records flow.
     *
     * @param records how many
     * @param daily whether in each day, or ever
     */
    record Capped(long records, boolean daily) implements Term {}
}
