package org.weir.local.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells how far it is: a line a step, with the seconds since the beginning.
 *
 * @param out where to
 * @param clock measures
 * @param begun when it began
 */
record Progress(PrintStream out, Clock clock, Instant begun) {

    void done(String what) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), what);
    }

    double seconds() {
        return Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    }

    void line(String text) {
        out.println(text);
    }
}
