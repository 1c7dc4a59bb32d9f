package org.weir.consent.presumption.store;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.weir.consent.presumption.Jurisdiction;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.consent.topic.Json;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Keeps jurisdictions and prohibitions; one that is withdrawn stays, with when and by whom. Waits for the database. */
@ApplicationScoped
public class PresumptionStore {
    private static final Logger LOG = Logger.getLogger(PresumptionStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    PresumptionStore(Pool pool) {
        this.pool = pool;
    }

    /** Keeps a jurisdiction in place of the one of that id. */
    public void keep(Jurisdiction jurisdiction) {
        done(
                "insert into jurisdiction (id, declared) values ($1, $2)"
                        + " on conflict (id) do update set declared = excluded.declared",
                Tuple.of(jurisdiction.id(), Json.text(jurisdiction)));
    }

    public List<Jurisdiction> jurisdictions() {
        return read("select declared from jurisdiction order by id", Tuple.tuple(), Jurisdiction.class);
    }

    public Optional<Jurisdiction> jurisdiction(String id) {
        return read("select declared from jurisdiction where id = $1", Tuple.of(id), Jurisdiction.class).stream()
                .findFirst();
    }

    /**
     * Keeps a prohibition, unless the same law is filed for the feed already and stands.
     *
     * @return the one that stands
     */
    public WrittenProhibition file(WrittenProhibition prohibition) {
        // The update changes nothing: only so does a conflict return the row that was there.
        return read(
                        "insert into written_prohibition (id, feed, citation, filed) values ($1, $2, $3, $4)"
                                + " on conflict (feed, citation) where withdrawn_at is null"
                                + " do update set citation = excluded.citation returning filed",
                        Tuple.of(
                                prohibition.id(),
                                prohibition.feed().value(),
                                prohibition.citation(),
                                Json.text(prohibition)),
                        WrittenProhibition.class)
                .get(0);
    }

    /** Those that hold. */
    public List<WrittenProhibition> prohibitions() {
        return read(
                "select filed from written_prohibition where withdrawn_at is null order by id",
                Tuple.tuple(),
                WrittenProhibition.class);
    }

    public List<WrittenProhibition> prohibitions(FeedId feed) {
        return read(
                "select filed from written_prohibition where withdrawn_at is null and feed = $1 order by id",
                Tuple.of(feed.value()),
                WrittenProhibition.class);
    }

    public Optional<WrittenProhibition> prohibition(String id) {
        return prohibitions().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** It holds no longer; what it ended stays ended. */
    public void withdraw(String id, String by) {
        done(
                "update written_prohibition set withdrawn_at = now(), withdrawn_by = $2"
                        + " where id = $1 and withdrawn_at is null",
                Tuple.of(id, by));
    }

    private <T> List<T> read(String sql, Tuple parameters, Class<T> type) {
        return StreamSupport.stream(done(sql, parameters).spliterator(), false)
                .map(row -> Json.own(row.getString(0), type))
                .toList();
    }

    private RowSet<Row> done(String sql, Tuple parameters) {
        try {
            return pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.error("The store of jurisdictions does not do what was asked.", e);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The store of jurisdictions does not answer.");
        }
    }
}
