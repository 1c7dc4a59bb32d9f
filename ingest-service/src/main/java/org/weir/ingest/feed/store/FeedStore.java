package org.weir.ingest.feed.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.PushKey;
import org.weir.ingest.health.Tally;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What is registered. Every method needs a Vert.x context; each is one transaction. Each fails with a {@link Refusal}:
 * {@code already-exists}, or {@code unavailable} where the database does not answer.
 */
@ApplicationScoped
public class FeedStore {
    private static final Logger LOG = Logger.getLogger(FeedStore.class);

    private final ObjectMapper json;

    FeedStore(ObjectMapper json) {
        this.json = json;
    }

    public Uni<List<Agency>> agencies() {
        return inTransaction(() -> AgencyEntity.<AgencyEntity>listAll()
                .map(rows -> rows.stream().map(AgencyEntity::agency).toList()));
    }

    public Uni<List<Feed>> feeds() {
        return inTransaction(() -> FeedEntity.<FeedEntity>listAll()
                .map(rows -> rows.stream().map(FeedEntity::feed).toList()));
    }

    public Uni<List<PushKey>> keys() {
        return inTransaction(() -> KeyEntity.<KeyEntity>listAll()
                .map(rows -> rows.stream().map(KeyEntity::key).toList()));
    }

    public Uni<Map<FeedId, Tally>> tallies() {
        return inTransaction(() -> TallyEntity.<TallyEntity>listAll()
                .map(rows -> rows.stream().collect(Collectors.toMap(r -> FeedId.of(r.feed), this::tally))));
    }

    public Uni<Void> add(Agency agency) {
        return added(agency.id() + " is registered.", AgencyEntity.of(agency));
    }

    public Uni<Void> add(Feed feed) {
        return added(feed.id() + " is registered.", FeedEntity.of(feed));
    }

    public Uni<Void> add(PushKey key) {
        return added("The key exists.", KeyEntity.of(key));
    }

    public Uni<Void> change(Feed feed) {
        return inTransaction(() -> FeedEntity.<FeedEntity>findById(feed.id().value())
                .invoke(row -> row.take(feed))
                .replaceWithVoid());
    }

    public Uni<Void> keep(Map<FeedId, Tally> tallies) {
        List<TallyEntity> rows = new ArrayList<>();
        tallies.forEach((feed, tally) -> {
            TallyEntity row = new TallyEntity();
            row.feed = feed.value();
            row.tally = text(tally);
            rows.add(row);
        });
        return inTransaction(() -> Panache.getSession().chain(session -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (TallyEntity row : rows) {
                all = all.chain(() -> session.merge(row).replaceWithVoid());
            }
            return all;
        }));
    }

    public Uni<Agency> agency(AgencyId id) {
        return inTransaction(
                () -> AgencyEntity.<AgencyEntity>findById(id.value()).map(row -> row == null ? null : row.agency()));
    }

    private Uni<Void> added(String taken, PanacheEntityBase row) {
        return inTransaction(() -> row.persistAndFlush().replaceWithVoid())
                .onFailure(ConstraintViolationException.class)
                .transform(e -> new Refusal(ErrorCode.ALREADY_EXISTS, taken));
    }

    private static <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work)
                .onFailure(e -> !(e instanceof Refusal) && !(e instanceof ConstraintViolationException))
                .transform(e -> {
                    LOG.warn("The database did not do what was asked", e);
                    return new Refusal(ErrorCode.UNAVAILABLE, "The database does not answer.");
                });
    }

    private String text(Tally tally) {
        try {
            return json.writeValueAsString(tally);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tally is plain data.", e);
        }
    }

    private Tally tally(TallyEntity row) {
        try {
            return json.readValue(row.tally, Tally.class);
        } catch (JsonProcessingException e) {
            LOG.warnf("A feed's tally cannot be read and begins anew; feed=%s", row.feed);
            return Tally.NOTHING_YET;
        }
    }
}
