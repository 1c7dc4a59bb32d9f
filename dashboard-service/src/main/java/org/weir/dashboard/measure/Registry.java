package org.weir.dashboard.measure;

import java.util.List;
import java.util.stream.Stream;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Every measure there is. */
public final class Registry {
    public static final List<Measure> ALL = Stream.of(
                    HeadwayMeasures.all(),
                    LatenessMeasures.all(),
                    TimeMeasures.all(),
                    DelayMeasures.all(),
                    ServiceMeasures.all())
            .flatMap(List::stream)
            .toList();

    private Registry() {}

    /** @throws Refusal where there is none of that id */
    public static Measure find(String id) {
        return ALL.stream()
                .filter(measure -> measure.definition().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_MEASURE, "No measure is called " + id + '.'));
    }
}
