package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.StopPattern;

/** One line on the ground that patterns take, while a net is made of it. */
final class Way {
    final Polyline line;
    final Links links;
    final long fingerprint;
    final List<PatternRef> patterns = new ArrayList<>();
    /** Which routes, of which feeds, in which direction take it. */
    final BitSet lines = new BitSet();
    /** One of its patterns: its stops give names. */
    final StopPattern pattern;
    /** For each link of it, the link of the net that it is. */
    int[] net;

    Way(StopPattern pattern, long fingerprint) {
        this.pattern = pattern;
        this.line = pattern.shape().line();
        this.links = new Links(line);
        this.fingerprint = fingerprint;
    }

    /** Metres to the beginning of a link, or to the end of all. */
    double metres(int link) {
        return link == links.size() ? line.length() : link * links.step;
    }

    /** The name of the stop at a place of it, or of the last before. */
    String stopBefore(double metres) {
        int k = 0;
        while (k + 1 < pattern.at().length && pattern.at()[k + 1] <= metres + Links.LENGTH) {
            k++;
        }
        return pattern.stops().get(k).name();
    }

    /** Of the stop there, or of the first after. */
    String stopAfter(double metres) {
        int k = pattern.at().length - 1;
        while (k > 0 && pattern.at()[k - 1] >= metres - Links.LENGTH) {
            k--;
        }
        return pattern.stops().get(k).name();
    }
}
