package org.weir.consent;

import java.util.logging.Level;
import org.jboss.logmanager.LogContext;

/** Logs of a benchmark as they are in production. Unasked, every level is on, and Kafka's clients spell out each record. */
public final class QuietLogs {
    private QuietLogs() {}

    /** Warnings only, from here on. */
    public static void begin() {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
    }
}
