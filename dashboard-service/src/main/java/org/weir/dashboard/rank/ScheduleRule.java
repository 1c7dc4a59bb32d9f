package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.schedule.StopPattern;

/**
 * Parts of a route on which the timetable asks for more than buses do: they fall behind by minutes, and even the fastest
 * fifth of them does not keep it. So the streets are as fast as they ever are, and the times are at fault. What is granted
 * too much is no such part, for waiting counts for nothing.
 */
final class ScheduleRule implements Rule {
    /** Seconds that a trip falls behind on the part. */
    private static final double BEHIND = 90;

    /** From stop to stop less is rounding to minutes, or what a late bus loses to the riders that it finds, of what is granted. */
    private static final double SLACK = 0.12;

    /** Standard normal quantile of four fifths. */
    private static final double FIFTH = 0.8416;

    private static final int PARTS = 3;

    @Override
    public Search search(Evidence evidence, Layout layout, Asked asked, Usual usual) {
        return () -> find(evidence, layout, asked);
    }

    private static List<Finding> find(Evidence evidence, Layout layout, Asked asked) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<LineKey, StopPattern> line : layout.lines().entrySet()) {
            List<LinkKey> links = links(line.getKey(), line.getValue());
            double[] behind = new double[links.size()];
            for (int i = 0; i < behind.length; i++) {
                behind[i] = beyond(evidence.link(links.get(i)), SLACK, asked);
            }
            for (int part = 0; part < PARTS; part++) {
                int[] worst = heart(links, worst(behind), evidence, asked);
                if (worst[1] > worst[0]) {
                    Finding finding = finding(line, links, worst[0], worst[1], evidence, asked);
                    if (finding != null) {
                        findings.add(finding);
                    }
                    for (int i = worst[0]; i < worst[1]; i++) {
                        behind[i] = Double.NEGATIVE_INFINITY;
                    }
                }
            }
        }
        return findings;
    }

    /** Seconds that a passage loses beyond a little of what is granted. */
    private static double beyond(LinkTimes times, double slack, Asked asked) {
        return times == null ? 0 : times.mean(asked) - slack * times.granted(asked);
    }

    /**
     * What of a part is at fault: a bus that left it late goes on losing a little to the riders that wait for it. There a
     * link loses less than half as fast as the whole.
     */
    private static int[] heart(List<LinkKey> links, int[] part, Evidence evidence, Asked asked) {
        double lost = 0;
        double granted = 0;
        for (LinkKey link : links.subList(part[0], part[1])) {
            lost += beyond(evidence.link(link), 0, asked);
            granted += evidence.link(link) == null ? 0 : evidence.link(link).granted(asked);
        }
        double[] beyond = new double[part[1] - part[0]];
        for (int i = 0; i < beyond.length; i++) {
            beyond[i] = beyond(evidence.link(links.get(part[0] + i)), lost / granted / 2, asked);
        }
        int[] within = worst(beyond);
        return new int[] {part[0] + within[0], part[0] + within[1]};
    }

    private static List<LinkKey> links(LineKey line, StopPattern pattern) {
        List<LinkKey> links = new ArrayList<>();
        for (int k = 1; k < pattern.stops().size(); k++) {
            links.add(new LinkKey(
                    line,
                    pattern.stops().get(k - 1).id(),
                    pattern.stops().get(k).id()));
        }
        return links;
    }

    private static double mean(LinkTimes times, Asked asked) {
        return times == null ? 0 : times.mean(asked);
    }

    /** The consecutive links, from and to, with the largest sum (Kadane). */
    private static int[] worst(double[] values) {
        int[] best = {0, 0};
        double most = 0;
        double sum = 0;
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += values[i];
            if (sum > most) {
                most = sum;
                best = new int[] {from, i + 1};
            }
        }
        return best;
    }

    private static Finding finding(
            Map.Entry<LineKey, StopPattern> line,
            List<LinkKey> links,
            int from,
            int to,
            Evidence evidence,
            Asked asked) {
        List<LinkKey> part = links.subList(from, to);
        double behind = 0;
        double variance = 0;
        for (LinkKey link : part) {
            behind += mean(evidence.link(link), asked);
            variance += evidence.link(link) == null ? 0 : evidence.link(link).variance(asked);
        }
        if (behind < BEHIND || behind < FIFTH * Math.sqrt(variance)) {
            return null;
        }
        int days = evidence.days().size();
        Grid lost = new Grid(days);
        Grid buses = new Grid(days);
        double[] ofDay = new double[days];
        for (int day = 0; day < days; day++) {
            for (LinkKey link : part) {
                LinkTimes times = evidence.link(link, day);
                ofDay[day] += mean(times, asked);
                for (int hour = 0; times != null && hour < Hours.ALL; hour++) {
                    if (asked.hour(hour)) {
                        lost.add(day, hour, times.lost[hour] / 10.0);
                        buses.add(day, hour, times.n[hour] / (double) part.size());
                    }
                }
            }
        }
        if (Median.of(ofDay) < BEHIND) {
            return null;
        }
        StopPattern pattern = line.getValue();
        double[][] way = pattern.shape().line().part(pattern.at()[from], pattern.at()[to]);
        String stops = part.get(0).fromStop() + '>' + part.get(part.size() - 1).toStop();
        LineKey key = line.getKey();
        return new Finding(
                Cause.SCHEDULE,
                "schedule-" + key.feed() + '-' + key.route() + '-' + key.direction() + '-' + stops,
                new Finding.Where(stops, List.<double[][]>of(way), List.of(), List.of(key)),
                behind,
                lost,
                buses,
                profile(part, pattern, from, evidence, asked));
    }

    private static List<Finding.Step> profile(
            List<LinkKey> part, StopPattern pattern, int from, Evidence evidence, Asked asked) {
        List<Finding.Step> profile = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            LinkTimes times = evidence.link(part.get(i));
            double usual = times == null ? Double.NaN : times.granted(asked);
            long n = times == null ? 0 : times.passages(asked);
            double metres = pattern.at()[from + i + 1] - pattern.at()[from];
            profile.add(new Finding.Step(part.get(i).toStop(), metres, usual + mean(times, asked), usual, n));
        }
        return profile;
    }
}
