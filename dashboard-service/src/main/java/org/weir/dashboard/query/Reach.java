package org.weir.dashboard.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.store.SheetStore;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.Stretch;
import org.weir.dashboard.street.store.Grounds;

/** Which routes follow a corridor or enter an area, and at which stops in it they call. */
@ApplicationScoped
public class Reach {
    private final Schedules schedules;
    private final Grounds grounds;

    Reach(Schedules schedules, Grounds grounds) {
        this.schedules = schedules;
        this.grounds = grounds;
    }

    /** What lies in one place. */
    record Within(Set<SheetStore.Line> lines, Set<String> stops) {}

    /** By the place's id: the one that is asked for, or all that the route comes to. */
    Map<String, Within> of(FigureRequest asked) {
        Map<String, Within> places = new TreeMap<>();
        Ground ground = grounds.present();
        for (Schedule schedule :
                schedules.versions(asked.feed()).map(ScheduleBook::versions).orElse(List.of())) {
            for (StopPattern pattern : schedule.content().patterns()) {
                if (asked.together()
                        || pattern.route().equals(asked.route()) && pattern.direction() == asked.direction()) {
                    add(
                            pattern,
                            asked.by() == Place.Kind.AREA ? ground.areas(pattern) : ground.corridors(pattern),
                            places);
                }
            }
        }
        if (asked.place() != null) {
            places.keySet().retainAll(Set.of(asked.place()));
        }
        return places;
    }

    private static void add(StopPattern pattern, List<Stretch> stretches, Map<String, Within> to) {
        for (Stretch stretch : stretches) {
            Within within =
                    to.computeIfAbsent(stretch.place(), p -> new Within(new LinkedHashSet<>(), new TreeSet<>()));
            within.lines().add(new SheetStore.Line(pattern.route(), pattern.direction()));
            for (int i = 0; i < pattern.at().length; i++) {
                if (pattern.at()[i] >= stretch.from() && pattern.at()[i] <= stretch.to()) {
                    within.stops().add(pattern.stops().get(i).id());
                }
            }
        }
    }
}
