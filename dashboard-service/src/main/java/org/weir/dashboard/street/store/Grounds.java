package org.weir.dashboard.street.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.StreetNet;
import org.weir.dashboard.street.Touching;

/**
 * The ground as the kept schedules and reference layers make it; made anew when one of them has changed. A large city's takes
 * seconds: for threads that may wait.
 */
@ApplicationScoped
public class Grounds {
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);

    private final Schedules schedules;
    private final Layers layers;
    private List<String> netOf;
    private StreetNet net = StreetNet.NONE;
    private long layersAt = -1;
    private Ground ground;

    Grounds(Schedules schedules, Layers layers) {
        this.schedules = schedules;
        this.layers = layers;
    }

    /** The streets of all feeds and of all versions of their schedules that are kept. */
    public synchronized StreetNet net() {
        List<Schedule> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ScheduleBook book : schedules.books()) {
            for (Schedule each : book.versions()) {
                all.add(each);
                names.add(each.feed().value() + ' ' + each.version());
            }
        }
        if (!names.equals(netOf)) {
            net = StreetNet.of(all);
            netOf = names;
            ground = null;
        }
        return net;
    }

    /** With corridors, areas and signals. */
    public synchronized Ground present() {
        long changes = layers.changes().await().atMost(READ_WITHIN);
        StreetNet streets = net();
        if (ground == null || changes != layersAt) {
            Layers.Reference reference = layers.reference().await().atMost(READ_WITHIN);
            ground = new Ground(streets, reference.corridors(), reference.areas(), reference.signals());
            layersAt = changes;
        }
        return ground;
    }

    /** How many features of a document lie on a way of any schedule; of stops, which are no part of the ground, null. */
    public Integer touching(Kind kind, String id, byte[] document) {
        Layers.Reference read = Layers.read(kind, id, document);
        Touching touching = new Touching(net());
        return switch (kind) {
            case CORRIDOR -> touching.corridors(read.corridors());
            case AREAS -> touching.areas(read.areas());
            case LAYER -> id.equals("signals") ? (Integer) touching.signals(read.signals()) : null;
        };
    }
}
