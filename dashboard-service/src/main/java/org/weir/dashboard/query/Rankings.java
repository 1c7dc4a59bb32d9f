package org.weir.dashboard.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.dashboard.rank.Asked;
import org.weir.dashboard.rank.Cause;
import org.weir.dashboard.rank.EvidenceOfSums;
import org.weir.dashboard.rank.Facts;
import org.weir.dashboard.rank.Layout;
import org.weir.dashboard.rank.Ranked;
import org.weir.dashboard.rank.Ranking;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.store.EvidenceReader;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.id.AgreementId;

/**
 * Ranks places by the evidence of the feeds that may be read, one ranking at a time: a large city's takes a second and a
 * hundred megabytes. The last few are kept, for whoever looks at a ranking opens its places one after the other.
 */
@ApplicationScoped
public class Rankings {
    private static final int KEPT = 4;

    /** Fewer say nothing about most days. */
    static final int FEWEST_DAYS = 3;

    private final EvidenceReader evidence;
    private final Schedules schedules;
    private final Grounds grounds;
    private final Standings standings;
    private final Clock clock;
    private Ground layoutOf;
    private List<Schedule> layoutBy;
    private Layout layout;
    private final Map<Key, Told> told = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Told> eldest) {
            return size() > KEPT;
        }
    };

    Rankings(EvidenceReader evidence, Schedules schedules, Grounds grounds, Standings standings, Clock clock) {
        this.evidence = evidence;
        this.schedules = schedules;
        this.grounds = grounds;
        this.standings = standings;
        this.clock = clock;
    }

    private record Key(RankingRequest.Period period, EvidenceReader.Known known, Layout layout) {}

    /** A place with what stands beside it. */
    record Place(Ranked ranked, Facts facts) {}

    /**
     * A whole ranking.
     *
     * @param known dates that have evidence, by feed
     * @param places of each cause, in order; none where days are too few
     */
    record Told(EvidenceReader.Known known, List<LocalDate> days, Layout layout, Map<Cause, List<Place>> places) {
        boolean tooFew() {
            return days.size() < FEWEST_DAYS;
        }
    }

    /** @param sources what may be read */
    synchronized Told of(RankingRequest.Period period, Collection<EvidenceReader.Source> sources) {
        told.keySet().removeIf(key -> key.known().dates().keySet().stream().anyMatch(this::isOver));
        EvidenceReader.Known known = evidence.known(sources, period.from(), period.to(), period::counts);
        Key key = new Key(period, known, layout(known.days()));
        Told before = told.get(key);
        if (before != null) {
            return before;
        }
        Told now = ranked(known, key.layout(), period.asked());
        told.put(key, now);
        return now;
    }

    private boolean isOver(EvidenceReader.Source source) {
        return standings.ended(new AgreementId(source.agreement()), clock.instant());
    }

    private Told ranked(EvidenceReader.Known known, Layout where, Asked asked) {
        Map<Cause, List<Place>> places = new EnumMap<>(Cause.class);
        List<LocalDate> days = known.days();
        if (days.size() >= FEWEST_DAYS) {
            EvidenceOfSums sums = evidence.sums(known, where);
            Map<Cause, List<Ranked>> ranked = Ranking.of(sums, where, asked, () -> evidence.bring(known, sums));
            ranked.forEach((cause, of) -> places.put(
                    cause,
                    of.stream()
                            .map(each -> new Place(each, Facts.of(each.finding(), sums, where, asked)))
                            .toList()));
        }
        return new Told(known, days, where, places);
    }

    /** What lies where, by the schedules that hold on the days. */
    private Layout layout(List<LocalDate> days) {
        Ground ground = grounds.present();
        Set<Schedule> holding = new LinkedHashSet<>();
        for (ScheduleBook book : schedules.books()) {
            days.forEach(day -> holding.add(book.on(day)));
        }
        List<Schedule> by = new ArrayList<>(holding);
        if (ground != layoutOf || !by.equals(layoutBy)) {
            layout = Layout.of(by, ground);
            layoutOf = ground;
            layoutBy = by;
        }
        return layout;
    }
}
