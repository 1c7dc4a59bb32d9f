package org.weir.dashboard.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.DaySheetCodec;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.store.SheetStore;

/** Reads the sheets that figures are asked of. Waits; not for an event loop. */
@ApplicationScoped
public class FigureSheets {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SheetStore store;
    private final Reach reach;

    FigureSheets(SheetStore store, Reach reach) {
        this.store = store;
        this.reach = reach;
    }

    /** The sheets of each place, in order of their dates. */
    Map<String, List<Grouping.Part>> read(FigureRequest asked, String agreement) {
        boolean within = asked.by() == Place.Kind.CORRIDOR || asked.by() == Place.Kind.AREA;
        return within ? within(asked, agreement) : plain(asked, agreement);
    }

    private Map<String, List<Grouping.Part>> plain(FigureRequest asked, String agreement) {
        SheetStore.Line line =
                asked.together() ? SheetStore.Line.ALL : new SheetStore.Line(asked.route(), asked.direction());
        Collection<String> place = asked.place() == null ? null : List.of(asked.place());
        Map<String, List<Grouping.Part>> places = new LinkedHashMap<>();
        for (SheetStore.Day day : read(asked, agreement, List.of(line), asked.by(), place)) {
            places.computeIfAbsent(day.place(), p -> new ArrayList<>())
                    .add(new Grouping.Part(day.date(), day.days(), DaySheetCodec.read(day.sheet())));
        }
        return places;
    }

    /** Of a corridor or area: what was measured along it, with what its stops tell. */
    private Map<String, List<Grouping.Part>> within(FigureRequest asked, String agreement) {
        Map<String, List<Grouping.Part>> places = new TreeMap<>();
        reach.of(asked).forEach((place, within) -> {
            Merged merged = new Merged();
            read(asked, agreement, within.lines(), asked.by(), List.of(place))
                    .forEach(day -> merged.add(day, DaySheetCodec.read(day.sheet())));
            List<SheetStore.Day> shared = asked.together()
                    ? read(asked, agreement, List.of(SheetStore.Line.ALL), Place.Kind.STOP, within.stops())
                    : List.of();
            shared.forEach(day -> merged.add(day, DaySheetCodec.read(day.sheet())));
            Set<String> together = shared.stream().map(SheetStore.Day::place).collect(Collectors.toSet());
            read(asked, agreement, within.lines(), Place.Kind.STOP, within.stops())
                    .forEach(day -> merged.add(
                            day, DaySheetCodec.read(day.sheet()).ofAStopWithin(!together.contains(day.place()))));
            places.put(place, merged.parts());
        });
        return places;
    }

    /** What several places have of each date. */
    private static final class Merged {
        private final Map<LocalDate, DaySheet.Builder> sheets = new TreeMap<>();
        private final Map<LocalDate, Integer> days = new TreeMap<>();

        void add(SheetStore.Day day, DaySheet sheet) {
            sheets.computeIfAbsent(day.date(), d -> new DaySheet.Builder()).add(sheet);
            days.merge(day.date(), day.days(), Math::max);
        }

        List<Grouping.Part> parts() {
            List<Grouping.Part> parts = new ArrayList<>(sheets.size());
            sheets.forEach((date, sheet) -> parts.add(new Grouping.Part(date, days.get(date), sheet.build())));
            return parts;
        }
    }

    /** The heat table of a year comes from 84 sheets in place of 365. */
    private List<SheetStore.Day> read(
            FigureRequest asked,
            String agreement,
            Collection<SheetStore.Line> lines,
            Place.Kind kind,
            Collection<String> places) {
        SheetStore.Wanted wanted = new SheetStore.Wanted(asked.feed().value(), agreement, lines, kind, places);
        Uni<List<SheetStore.Day>> read = asked.wholeMonths()
                ? store.months(wanted, asked.from(), asked.to())
                : store.days(wanted, asked.from(), asked.to());
        return read.await().atMost(PATIENCE).stream()
                .filter(day -> !asked.exclude().contains(day.date()))
                .toList();
    }
}
