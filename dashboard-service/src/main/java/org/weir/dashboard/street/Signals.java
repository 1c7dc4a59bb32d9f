package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Projection;

/**
 * Which signals stand on a pattern's way, and where along it. One on a street that crosses the way is left out; several of
 * one junction are one.
 */
public final class Signals {
    /** A signal stands this near to the way whose traffic it stops, in metres. */
    private static final double BESIDE = 20;

    /** Half a carriageway: a signal nearer than this is on the way whatever crosses it, in metres. */
    private static final double ON_IT = 8;

    /** A signal of another direction stands for others. */
    private static final double AGAINST = 60;

    /** Signals this near to each other along the way are one junction's, in metres. */
    private static final double ONE_JUNCTION = 40;

    /** Ways cross where their bearings differ by more than this, and by less than what it lacks to a half turn. */
    private static final double CROSSES = 35;

    private final List<Signal> signals;
    private final List<List<Pass>> near = new ArrayList<>();

    private record Pass(double bearing, double away) {}

    /**
     * A signal on a way.
     *
     * @param at metres along the pattern's shape
     */
    public record Mark(String signal, double at) {}

    /** @param net all ways there are, so that those that cross are known */
    public Signals(List<Signal> signals, StreetNet net) {
        this.signals = List.copyOf(signals);
        for (Signal signal : signals) {
            List<Pass> passes = new ArrayList<>();
            for (StreetNet.Route way : net.ways()) {
                for (Projection pass : way.line().passes(signal.lat(), signal.lon(), BESIDE)) {
                    passes.add(new Pass(way.line().bearing(pass.at()), pass.away()));
                }
            }
            near.add(passes);
        }
    }

    /** The signals along a line, in order. */
    public List<Mark> along(Polyline line) {
        record Found(Mark mark, double away) {}
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            for (Projection pass : line.passes(signal.lat(), signal.lon(), BESIDE)) {
                double bearing = line.bearing(pass.at());
                boolean stops = Double.isNaN(signal.bearing()) || Links.turn(signal.bearing(), bearing) <= AGAINST;
                if (stops && !onAnother(near.get(i), bearing, pass.away())) {
                    found.add(new Found(new Mark(signal.id(), pass.at()), pass.away()));
                }
            }
        }
        found.sort(Comparator.comparingDouble((Found f) -> f.mark().at())
                .thenComparing(f -> f.mark().signal()));
        List<Mark> marks = new ArrayList<>();
        for (int from = 0; from < found.size(); ) {
            Found best = found.get(from);
            int end = from;
            while (end < found.size()
                    && found.get(end).mark().at() - found.get(from).mark().at() <= ONE_JUNCTION) {
                best = found.get(end).away() < best.away() ? found.get(end) : best;
                end++;
            }
            marks.add(best.mark());
            from = end;
        }
        return marks;
    }

    private static boolean onAnother(List<Pass> near, double bearing, double away) {
        if (away <= ON_IT) {
            return false;
        }
        for (Pass pass : near) {
            double turn = Links.turn(pass.bearing(), bearing);
            if (turn > CROSSES && turn < 180 - CROSSES && pass.away() + ON_IT < away) {
                return true;
            }
        }
        return false;
    }
}
