package org.weir.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/** A broker, a database and a dashboard-service in processes of their own, with the city's schedule. */
final class StreamStage implements AutoCloseable {
    static final FeedId FEED = FeedId.of("riverton.vehicle-positions");
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final Stack stack = Stack.start(StackOptions.ephemeral());
    private final TestTopics topics = new TestTopics(stack.bootstrapServers());
    private final RunningDashboard dashboard;
    private final Connection database;
    private long agreements;

    /**
     * What became of a day.
     *
     * @param taken seconds until the stream had taken every position
     * @param stored seconds until every visit of every run was in the database
     * @param processor what it took in all that time
     */
    record Passed(double taken, double stored, ProcessorTime processor) {}

    StreamStage(byte[] gtfs) throws Exception {
        Path home = Files.createTempDirectory("weir-through");
        dashboard = new RunningDashboard(stack, home, 18_481);
        topics.announce(FEED, true);
        dashboard.start();
        dashboard.upload(FEED.value(), gtfs);
        database = DriverManager.getConnection(stack.jdbcUrl("dashboard"), stack.user(), stack.password());
    }

    /** Sends days under an agreement of their own and waits until they are in the database. */
    Passed pass(SharedDays days, SharedDays.Runs expected, String agreement) throws Exception {
        topics.notice(FEED, agreement, AgreementState.ACTIVE, ++agreements);
        quiet();
        // The consumer that looks for topics has seen it before the records come.
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        double before = dashboard.taken();
        long begin = days.fill(stack.bootstrapServers(), topic(agreement));
        ProcessorTime from = ProcessorTime.now(dashboard.pid(), database);
        RunningDashboard.await(PATIENCE, "every position is taken", () -> dashboard.taken() - before >= days.size());
        double taken = (System.nanoTime() - begin) / 1e9;
        // Counting rows is cheap, and their visits are counted once the rows are there.
        RunningDashboard.await(
                PATIENCE,
                "every visit is written",
                () -> runs(agreement) == expected.runs() && visits(agreement) == expected.visits());
        double stored = (System.nanoTime() - begin) / 1e9;
        return new Passed(
                taken, stored, ProcessorTime.now(dashboard.pid(), database).since(from));
    }

    /** Waits until nothing is left to reckon, which would run beside what is measured next. */
    void quiet() {
        RunningDashboard.await(
                PATIENCE,
                "every figure is reckoned",
                () -> number("SELECT count(*) FROM route_day WHERE marked <> rolled") == 0
                        && number("SELECT count(*) FROM route_month WHERE marked <> rolled") == 0
                        && number("SELECT count(*) FROM evidence_date WHERE marked <> rolled") == 0);
    }

    double bare(SharedDays days, String agreement) {
        quiet();
        return BareConsumer.seconds(stack.bootstrapServers(), topic(agreement), days.size());
    }

    private static String topic(String agreement) {
        return Topics.shared(TestTopics.RECIPIENT, new AgreementId(agreement), FEED);
    }

    RunningDashboard dashboard() {
        return dashboard;
    }

    private long runs(String agreement) {
        return number("SELECT count(*) FROM trip_run WHERE agreement = '" + agreement + '\'');
    }

    private long visits(String agreement) {
        return number("SELECT coalesce(sum(visits), 0) FROM trip_run WHERE agreement = '" + agreement + '\'');
    }

    long number(String sql) {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
        dashboard.close();
        topics.close();
        stack.close();
    }
}
