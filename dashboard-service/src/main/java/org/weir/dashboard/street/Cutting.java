package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a net's links into streets: where the routes that run there change, and otherwise every 300 m or so. */
final class Cutting {
    /** About two stops' distance: short enough to point at, in links. */
    private static final int LONGEST = 12;

    /** A part of a street this short is a corner of it, in metres. */
    private static final double CORNER = 60;

    private final NetBuilder net;
    /** For each link of the net, the piece it belongs to. */
    final int[] piece;

    final List<Piece> pieces = new ArrayList<>();

    /** Links of the net, the last not included. */
    record Piece(int from, int to) {}

    /** What of a way lies on a piece, in links of the way, the last not included. */
    record Part(int piece, int from, int to) {}

    Cutting(NetBuilder net) {
        this.net = net;
        this.piece = new int[net.grid.size()];
        for (int from = 0; from < piece.length; ) {
            int end = from + 1;
            while (end < piece.length && net.grid.line(end) == net.grid.line(from)) {
                end++;
            }
            cutLine(from, end);
            from = end;
        }
    }

    /** One line: first where its users change for good, then evenly. */
    private void cutLine(int from, int end) {
        int begin = from;
        for (int k = from + 1; k <= end; k++) {
            boolean changes = k == end || !net.users.get(k).equals(net.users.get(k - 1));
            boolean longEnough = k - begin >= Tracing.SHORTEST && (k == end || end - k >= Tracing.SHORTEST);
            if (k == end || changes && longEnough) {
                cutEvenly(begin, k);
                begin = k;
            }
        }
    }

    private void cutEvenly(int from, int end) {
        int parts = (end - from + LONGEST - 1) / LONGEST;
        for (int i = 0; i < parts; i++) {
            int a = from + (end - from) * i / parts;
            int b = from + (end - from) * (i + 1) / parts;
            Arrays.fill(piece, a, b, pieces.size());
            pieces.add(new Piece(a, b));
        }
    }

    double metres(Piece of) {
        return (of.to() - of.from()) * net.madeOf.get(of.from()).links.step;
    }

    /** A way's parts, one for each piece it runs on, from its beginning to its end without a gap. */
    List<Part> parts(Way way) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < way.net.length; ) {
            int end = from + 1;
            while (end < way.net.length && goesOn(way, end)) {
                end++;
            }
            parts.add(new Part(piece[way.net[from]], from, end));
            from = end;
        }
        return merged(way, parts);
    }

    /** Still the same pass of the same piece: a way that comes round again begins another. */
    private boolean goesOn(Way way, int k) {
        return piece[way.net[k]] == piece[way.net[k - 1]] && way.net[k] >= way.net[k - 1];
    }

    /** Corners go to the part before them, or at the beginning to the one after. */
    private List<Part> merged(Way way, List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        int pending = -1;
        for (Part part : parts) {
            double metres = (part.to() - part.from()) * way.links.step;
            boolean corner = metres < CORNER && metres < metres(pieces.get(part.piece())) / 2;
            int last = kept.size() - 1;
            if (corner && last >= 0) {
                kept.set(last, new Part(kept.get(last).piece(), kept.get(last).from(), part.to()));
            } else if (corner && part.to() < way.net.length) {
                pending = pending < 0 ? part.from() : pending;
            } else if (last >= 0 && kept.get(last).piece() == part.piece() && returns(way, kept.get(last), part)) {
                kept.set(last, new Part(part.piece(), kept.get(last).from(), part.to()));
            } else {
                kept.add(new Part(part.piece(), pending < 0 ? part.from() : pending, part.to()));
                pending = -1;
            }
        }
        return kept;
    }

    /** Whether a part only goes on with the one before, which a corner interrupted. */
    private static boolean returns(Way way, Part before, Part part) {
        return way.net[part.from()] >= way.net[before.from()];
    }
}
