package org.weir.dashboard.export.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.weir.dashboard.export.Ground;
import org.weir.dashboard.export.HourTable;
import org.weir.dashboard.export.LocationTable;
import org.weir.dashboard.export.MeasureTable;
import org.weir.dashboard.export.Performed;
import org.weir.dashboard.export.Rows;
import org.weir.dashboard.export.RunTable;
import org.weir.dashboard.export.SheetTable;
import org.weir.dashboard.export.StopVisitTable;
import org.weir.dashboard.export.TripTable;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.query.Permission;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.store.RunPages;
import org.weir.dashboard.store.SheetPages;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Writes tables page by page. An agreement that ends meanwhile ends them: what was written is then not whole. */
@ApplicationScoped
public class Exports {
    /** Each keeps a thread as long as its reader takes. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunPages runs;
    private final SheetPages sheets;
    private final Schedules schedules;
    private final Permission permission;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Exports(RunPages runs, SheetPages sheets, Schedules schedules, Permission permission) {
        this.runs = runs;
        this.sheets = sheets;
        this.schedules = schedules;
        this.permission = permission;
    }

    /** How many more may begin. */
    int free() {
        return places.availablePermits();
    }

    /**
     * Writes a table from its beginning to its end.
     *
     * @throws IOException also once nobody reads it any more: whoever waits for the place gets it within a page
     */
    void write(ExportRequest asked, Listened to) throws IOException {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            String agreement = permission.needed(asked.feed()).uid().value();
            ZoneId zone = permission.zone(asked.feed());
            ScheduleBook book = schedules.versions(asked.feed()).orElse(null);
            if (asked.table().ofRuns()) {
                RunTable table = runTable(asked, new Performed(book, zone));
                Rows rows = asked.format().begin(table.columns(), zone, to);
                write(asked, agreement, table, rows, to);
                rows.close();
            } else {
                SheetTable table = sheetTable(asked, new Ground(book));
                Rows rows = asked.format().begin(table.columns(), zone, to);
                write(asked, agreement, table, rows, to);
                rows.close();
            }
        } finally {
            places.release();
        }
    }

    static Refusal busy() {
        return new Refusal(ErrorCode.EXPORTS_BUSY, AT_ONCE + " are written at once.");
    }

    private static RunTable runTable(ExportRequest asked, Performed performed) {
        return switch (asked.table()) {
            case STOP_VISITS -> new StopVisitTable(performed);
            case TRIPS_PERFORMED -> new TripTable(performed);
            case VEHICLE_LOCATIONS -> new LocationTable(performed);
            case SEGMENT_SPEEDS, HEADWAYS, MEASURES -> throw new IllegalArgumentException("Not of runs");
        };
    }

    private static SheetTable sheetTable(ExportRequest asked, Ground ground) {
        return switch (asked.table()) {
            case SEGMENT_SPEEDS -> HourTable.speeds(asked.choices(), ground);
            case HEADWAYS -> HourTable.headways(asked.choices(), ground);
            case MEASURES -> new MeasureTable(asked.by(), asked.measures(), asked.choices());
            case STOP_VISITS, TRIPS_PERFORMED, VEHICLE_LOCATIONS -> throw new IllegalArgumentException("Of runs");
        };
    }

    private void write(ExportRequest asked, String agreement, RunTable table, Rows to, Listened reader)
            throws IOException {
        for (LocalDate date = asked.from(); !date.isAfter(asked.to()); date = date.plusDays(1)) {
            TripRun last = null;
            do {
                List<TripRun> page =
                        page(asked, agreement, reader, runs.after(asked.feed().value(), agreement, date, last));
                for (TripRun run : page) {
                    table.add(run, to);
                }
                last = page.isEmpty() ? null : page.get(page.size() - 1);
            } while (last != null);
        }
    }

    private void write(ExportRequest asked, String agreement, SheetTable table, Rows to, Listened reader)
            throws IOException {
        SheetPages.Sheet last = null;
        do {
            List<SheetPages.Sheet> page = page(
                    asked,
                    agreement,
                    reader,
                    sheets.after(asked.feed().value(), agreement, table.kind(), asked.from(), asked.to(), last));
            for (SheetPages.Sheet each : page) {
                table.add(
                        new SheetTable.Day(each.route(), each.direction(), each.place(), each.date(), each.sheet()),
                        to);
            }
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (last != null);
        table.end(to);
    }

    /** The next page, and only if the same agreement still lets it out when it is there. */
    private <T> List<T> page(ExportRequest asked, String agreement, Listened reader, Uni<List<T>> reading)
            throws IOException {
        reader.check();
        List<T> page = reading.await().atMost(PATIENCE);
        if (!permission.needed(asked.feed()).uid().value().equals(agreement)) {
            throw new IOException("Another agreement speaks for the feed now.");
        }
        return page;
    }
}
