package org.weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.DashboardStack;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class ReplannedDaysIT {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);

    private final Schedule first = Schedules.tiny();
    private final Schedule second = Schedules.read(renamed());
    private final ScheduleBook before = ScheduleBook.ofImports(List.of(at("2026-03-01T12:00:00Z", first)));

    @Inject
    Pool database;

    private static TinyGtfs renamed() {
        TinyGtfs gtfs = new TinyGtfs();
        return gtfs.with("routes.txt", gtfs.file("routes.txt").replace("Main Street", "High Street"));
    }

    private static ScheduleBook.Import at(String moment, Schedule schedule) {
        return new ScheduleBook.Import(Instant.parse(moment), schedule);
    }

    /** A book in which the second version holds from Wednesday on. */
    private ScheduleBook after() {
        return ScheduleBook.ofImports(List.of(at("2026-03-01T12:00:00Z", first), at("2026-03-11T16:00:00Z", second)));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    private void reckoned(String route, LocalDate date, String by) {
        done(database.query("INSERT INTO route_day (feed, agreement, route, direction, service_date, marked, rolled,"
                        + " marked_at, since, schedule) VALUES ('" + first.feed() + "', 'replanned', '" + route
                        + "', 0, '" + date + "', 1, 1, now(), now(), " + by + ')')
                .execute());
    }

    private List<String> marked() {
        List<String> marked = new ArrayList<>();
        done(database.query("SELECT route, service_date FROM route_day WHERE agreement = 'replanned'"
                                + " AND marked <> rolled ORDER BY 1, 2")
                        .execute())
                .forEach(row -> marked.add(row.getString(0) + ' ' + row.getLocalDate(1)));
        return marked;
    }

    @BeforeEach
    void clear() {
        done(database.query("DELETE FROM route_day WHERE agreement = 'replanned'")
                .execute());
        done(database.query("DELETE FROM closed_day WHERE agreement = 'replanned'")
                .execute());
    }

    @Test
    void marksTheDays_forWhichAnotherVersionHoldsSinceAnImport() {
        // Given two days, reckoned by the version that held
        reckoned("1", TUESDAY, '\'' + first.version() + '\'');
        reckoned("1", WEDNESDAY, '\'' + first.version() + '\'');
        ReplannedDays replanned = new ReplannedDays(database);
        replanned.mark(List.of(before));
        assertThat(marked()).isEmpty();

        // When on Wednesday, at noon, another is imported
        replanned.mark(List.of(after()));

        // Then
        assertThat(marked()).containsExactly("1 " + WEDNESDAY);
    }

    @Test
    void marksThemToo_whereTheImportWasMadeWhileThisInstanceWasAway() {
        reckoned("1", WEDNESDAY, '\'' + first.version() + '\'');
        new ReplannedDays(database).mark(List.of(after()));

        assertThat(marked()).containsExactly("1 " + WEDNESDAY);
    }

    @Test
    void leavesDays_thatWereReckonedByTheRightVersionOrByOneTooOldToBeKept_orWhoseRunsAreGone() {
        reckoned("1", WEDNESDAY, '\'' + second.version() + '\'');
        reckoned("2", WEDNESDAY, "'one before'");
        reckoned("3", WEDNESDAY, "null");
        reckoned("4", WEDNESDAY.plusDays(1), '\'' + first.version() + '\'');
        done(database.query("INSERT INTO closed_day (feed, agreement, service_date, closed_at) VALUES ('" + first.feed()
                        + "', 'replanned', '" + WEDNESDAY.plusDays(1) + "', now())")
                .execute());

        new ReplannedDays(database).mark(List.of(after()));

        assertThat(marked()).isEmpty();
    }
}
