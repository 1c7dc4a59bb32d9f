package org.weir.dashboard.street.store;

import java.util.List;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What of a new layer is GeoJSON and still means nothing. Layers that are kept already are read as they are. */
final class Doubtful {
    private Doubtful() {}

    /** @throws Refusal {@code wrong-geometry} or {@code bad-bearing}, naming the feature by its place from 1 */
    static void check(List<Feature> features, Kind kind) {
        for (int i = 0; i < features.size(); i++) {
            String which = "Feature " + (i + 1);
            if (kind == Kind.AREAS) {
                checkRings(features.get(i), which);
            } else if (kind == Kind.LAYER) {
                checkBearing(features.get(i), which);
            }
        }
    }

    private static void checkRings(Feature feature, String which) {
        for (double[][] ring : feature.parts()) {
            int[] crossing = RingCrossing.find(ring);
            if (crossing != null) {
                throw new Refusal(
                        ErrorCode.WRONG_GEOMETRY,
                        which + " has a ring that crosses itself: after position " + (crossing[0] + 1)
                                + " and after position " + (crossing[1] + 1) + '.');
            }
        }
    }

    /** None is every direction; one that cannot be read would be taken for none. */
    private static void checkBearing(Feature feature, String which) {
        Object bearing = feature.properties().get("bearing");
        if (bearing != null && !(bearing instanceof Double degrees && degrees >= 0 && degrees <= 360)) {
            throw new Refusal(ErrorCode.BAD_BEARING, which + " has the bearing " + bearing + '.');
        }
    }
}
