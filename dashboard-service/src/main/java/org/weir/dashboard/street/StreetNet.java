package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.schemas.id.FeedId;

/**
 * The streets of a city by direction, found from the shapes of all its schedules: shapes that lie within metres of each
 * other and lead the same way are one street, whoever runs there. Every way is covered by its streets from beginning to
 * end, without a gap and without an overlap.
 */
public final class StreetNet {
    public static final StreetNet NONE = of(List.of());

    private final Map<String, Street> streets = new HashMap<>();
    private final List<Street> inOrder = new ArrayList<>();
    private final Map<Long, List<Stretch>> along = new HashMap<>();
    private final List<Route> ways = new ArrayList<>();

    /** One way and what patterns take it. */
    record Route(Polyline line, List<PatternRef> patterns, List<Stretch> stretches) {}

    private record Line(FeedId feed, String route, int direction) {}

    private StreetNet(Collection<Schedule> schedules) {
        NetBuilder net = new NetBuilder();
        ways(schedules).forEach(net::lay);
        Cutting cut = new Cutting(net);
        List<List<Cutting.Part>> parts = net.ways.stream().map(cut::parts).toList();
        String[] ids = name(net, cut, parts);
        for (int i = 0; i < parts.size(); i++) {
            Way way = net.ways.get(i);
            List<Stretch> stretches = parts.get(i).stream()
                    .map(p -> new Stretch(ids[p.piece()], way.metres(p.from()), way.metres(p.to())))
                    .toList();
            along.put(way.fingerprint, stretches);
            ways.add(new Route(way.line, way.patterns, stretches));
        }
    }

    /** The net of all these schedules' patterns; several versions of a feed may be among them. */
    public static StreetNet of(Collection<Schedule> schedules) {
        return new StreetNet(schedules);
    }

    /** Every way once, the longest first; places decide where two are as long, so that the order is that of the ground. */
    private static List<Way> ways(Collection<Schedule> schedules) {
        Map<Long, Way> ways = new HashMap<>();
        Map<Line, Integer> lines = new HashMap<>();
        for (Schedule schedule : schedules) {
            for (StopPattern pattern : schedule.content().patterns()) {
                Polyline shape = pattern.shape().line();
                if (shape.length() < Links.LENGTH) {
                    continue;
                }
                Way way = ways.computeIfAbsent(shape.fingerprint(), print -> new Way(pattern, print));
                way.patterns.add(PatternRef.of(schedule, pattern));
                Line line = new Line(schedule.feed(), pattern.route(), pattern.direction());
                Integer number = lines.computeIfAbsent(line, l -> lines.size());
                way.lines.set(number);
            }
        }
        return ways.values().stream()
                .sorted(Comparator.<Way>comparingDouble(way -> -way.line.length())
                        .thenComparingLong(way -> way.fingerprint))
                .toList();
    }

    /** Makes the streets that any way runs on and gives their ids by piece. */
    private String[] name(NetBuilder net, Cutting cut, List<List<Cutting.Part>> parts) {
        List<List<PatternRef>> patterns = new ArrayList<>();
        cut.pieces.forEach(piece -> patterns.add(new ArrayList<>()));
        for (int i = 0; i < parts.size(); i++) {
            for (int piece : parts.get(i).stream()
                    .mapToInt(Cutting.Part::piece)
                    .distinct()
                    .toArray()) {
                patterns.get(piece).addAll(net.ways.get(i).patterns);
            }
        }
        String[] ids = new String[patterns.size()];
        for (int i = 0; i < ids.length; i++) {
            if (!patterns.get(i).isEmpty()) {
                ids[i] = add(net, cut, cut.pieces.get(i), patterns.get(i));
            }
        }
        return ids;
    }

    private String add(NetBuilder net, Cutting cut, Cutting.Piece piece, List<PatternRef> patterns) {
        Way way = net.madeOf.get(piece.from());
        double from = way.metres(net.at[piece.from()]);
        double to = way.metres(net.at[piece.to() - 1] + 1);
        double[][] line = way.line.part(from, to);
        String id = StreetId.of(line, way.line.point((from + to) / 2));
        for (int again = 2; streets.containsKey(id); again++) {
            id = StreetId.of(line, way.line.point((from + to) / 2)) + '-' + again;
        }
        double bearing = Links.bearing(line[0], line[line.length - 1]);
        Street street = new Street(
                id, way.stopBefore(from), way.stopAfter(to), line, to - from, bearing, List.copyOf(patterns));
        streets.put(id, street);
        inOrder.add(street);
        return id;
    }

    /** All streets. */
    public List<Street> streets() {
        return inOrder;
    }

    /** Another one where any street was cut otherwise, came or went. */
    public String fingerprint() {
        long sum = 0;
        for (Street street : inOrder) {
            long id = street.id().hashCode() * 31L + Math.round(street.metres());
            // Mixed before it is added, so that the order of streets does not matter (Steele et al. 2014).
            id = (id ^ id >>> 33) * 0xff51afd7ed558ccdL;
            sum += (id ^ id >>> 33) * 0xc4ceb9fe1a85ec53L;
        }
        return Long.toHexString(sum);
    }

    /** A street, or null where there is none of that id. */
    public Street street(String id) {
        return streets.get(id);
    }

    /** The streets that a pattern takes, in order; none where its shape was not among those that the net was made of. */
    public List<Stretch> along(StopPattern pattern) {
        return along.getOrDefault(pattern.shape().line().fingerprint(), List.of());
    }

    /** Every way once. */
    List<Route> ways() {
        return ways;
    }
}
