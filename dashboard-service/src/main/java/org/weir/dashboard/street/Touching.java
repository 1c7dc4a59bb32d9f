package org.weir.dashboard.street;

import java.util.List;

/**
 * How many features of a layer lie where a schedule has a way at all: none, where longitude and latitude were swapped, or
 * where it is another city's.
 */
public final class Touching {
    /** A signal stands this near to a way, in metres; generously, for this only tells whether it is the right place. */
    private static final double BESIDE = 60;

    private final StreetNet net;

    public Touching(StreetNet net) {
        this.net = net;
    }

    public int corridors(List<DrawnCorridor> corridors) {
        return (int) corridors.stream()
                .filter(corridor -> net.ways().stream()
                        .anyMatch(way -> !corridor.along(way.line()).isEmpty()))
                .count();
    }

    public int areas(List<Area> areas) {
        return (int) areas.stream()
                .filter(area -> net.ways().stream()
                        .anyMatch(way -> !area.along(way.line()).isEmpty()))
                .count();
    }

    public int signals(List<Signal> signals) {
        return (int) signals.stream()
                .filter(signal -> net.ways().stream().anyMatch(way -> !way.line()
                        .passes(signal.lat(), signal.lon(), BESIDE)
                        .isEmpty()))
                .count();
    }
}
