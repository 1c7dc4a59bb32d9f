package org.weir.dashboard.street.store;

import java.util.List;
import org.weir.dashboard.schedule.Polyline;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What a reference layer is of. */
public enum Kind {
    /** One corridor, drawn by hand. */
    CORRIDOR("corridor", GeoJsonReader.Shape.LINE),
    /** Areas of one kind, such as neighbourhoods. */
    AREAS("areas", GeoJsonReader.Shape.AREAS),
    /** Points: signals or stops. */
    LAYER("layer", GeoJsonReader.Shape.POINTS);

    /** The layers of points that mean something here. */
    public static final List<String> LAYERS = List.of("signals", "stops");

    /** A shorter drawing is a point, in metres. */
    private static final double SHORTEST_CORRIDOR = 50;

    final String code;
    private final GeoJsonReader.Shape shape;

    Kind(String code, GeoJsonReader.Shape shape) {
        this.code = code;
        this.shape = shape;
    }

    static Kind of(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(code);
    }

    /** Reads what is given anew, more strictly than what is kept already. */
    List<Feature> readNew(byte[] document) {
        List<Feature> features = read(document);
        Doubtful.check(features, this);
        return features;
    }

    List<Feature> read(byte[] document) {
        List<Feature> features = GeoJsonReader.read(document, shape);
        if (this == CORRIDOR && length(features.get(0).parts()[0]) < SHORTEST_CORRIDOR) {
            throw new Refusal(ErrorCode.WRONG_GEOMETRY, "A corridor is at least 50 m long.");
        }
        return features;
    }

    private static double length(double[][] line) {
        double[] lat = new double[line.length];
        double[] lon = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            lon[i] = line[i][0];
            lat[i] = line[i][1];
        }
        return new Polyline(lat, lon).length();
    }
}
