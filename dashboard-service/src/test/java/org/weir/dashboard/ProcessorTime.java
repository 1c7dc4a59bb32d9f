package org.weir.dashboard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Seconds of processor that the parts of a proof have taken.
 *
 * @param here this process, which holds the broker
 * @param dashboard the service
 * @param database every process of it that there is now
 */
record ProcessorTime(double here, double dashboard, double database) {
    static ProcessorTime now(long dashboard, Connection database) {
        double taken = 0;
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("SELECT pid FROM pg_stat_activity")) {
            while (found.next()) {
                taken += of(found.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new ProcessorTime(of(ProcessHandle.current().pid()), of(dashboard), taken);
    }

    private static double of(long pid) {
        Optional<Duration> taken = ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration());
        return taken.map(Duration::toNanos).orElse(0L) / 1e9;
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(here - before.here, dashboard - before.dashboard, database - before.database);
    }
}
