package org.weir.consent.agreement.store;

import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.FINALIZED;
import static org.weir.schemas.agreement.AgreementState.SUSPENDED;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementEvent;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Keeps events. Every method waits for the database and must not be called on an event loop. */
@ApplicationScoped
public class AgreementStore {
    /**
     * Writers wait for each other, so that an epoch never becomes visible before a smaller one. Readers do not wait. The
     * number is the lock's name, ours alone in this database.
     */
    private static final String ONE_WRITER = "select 1 from (select pg_advisory_xact_lock(20260101)) as held";

    private static final List<String> BOUND =
            names(state -> state == FINALIZED || state == ACTIVE || state == SUSPENDED);
    private static final List<String> ENDED = names(AgreementState::ended);

    private static final Logger LOG = Logger.getLogger(AgreementStore.class);

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final Replayed replayed = new Replayed();

    AgreementStore(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /**
     * Changes one agreement.
     *
     * @param decide gives the events, or none, from the agreement so far; what it throws is thrown here
     * @return the agreement after them
     */
    public Agreement change(AgreementId id, Function<Optional<Agreement>, List<AgreementEvent>> decide) {
        return inTransaction(session -> session.createNativeQuery(ONE_WRITER, Integer.class)
                .getSingleResult()
                .chain(() -> events(session, id))
                .chain(rows -> {
                    Optional<Agreement> before = replay(rows);
                    List<AgreementEvent> events = decide.apply(before);
                    return events.isEmpty()
                            ? Uni.createFrom().item(before.orElseThrow())
                            : append(session, before.orElse(null), events);
                }));
    }

    public Optional<Agreement> find(AgreementId id) {
        return inTransaction(session -> events(session, id).map(AgreementStore::replay));
    }

    /** Every agreement, by id. Only those that changed since they were last asked for are read and replayed. */
    public List<Agreement> all() {
        return inTransaction(
                session -> session.createQuery("from AgreementHeadRow order by agreement", AgreementHeadRow.class)
                        .getResultList()
                        .chain(heads -> replayChanged(session, heads)));
    }

    /** Agreements to which time has brought something. */
    public List<AgreementId> due(Instant now) {
        return ids("select agreement from AgreementHeadRow where due <= :what order by due", now);
    }

    /** When time brings the next thing to any agreement. */
    public Optional<Instant> nextDue() {
        return inTransaction(session -> session.createQuery("select min(due) from AgreementHeadRow", Instant.class)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** Agreements that stand in one of these states. */
    public List<AgreementId> in(Collection<AgreementState> states) {
        return ids(
                "select agreement from AgreementHeadRow where state in (:what) order by epoch",
                states.stream().map(Enum::name).toList());
    }

    /** Agreements that both parties signed and that have not ended, though what they inherit from has. */
    public List<AgreementId> childrenOfEnded() {
        return inTransaction(session -> session.createQuery(
                        """
                        select child.agreement from AgreementHeadRow child, AgreementHeadRow parent
                        where child.parent = parent.agreement and child.state in (:bound) and parent.state in (:ended)
                        order by child.agreement
                        """,
                        String.class)
                .setParameter("bound", BOUND)
                .setParameter("ended", ENDED)
                .getResultList()
                .map(ids -> ids.stream().map(AgreementId::new).toList()));
    }

    /** Agreements that both parties signed and that do not rest though what they inherit from does, or the other way. */
    public List<AgreementId> outOfStepWithParent() {
        return inTransaction(session -> session.createQuery(
                        """
                        select child.agreement from AgreementHeadRow child, AgreementHeadRow parent
                        where child.parent = parent.agreement and child.state in (:bound) and parent.state in (:bound)
                        and (child.held = false and (parent.held = true or parent.state = 'SUSPENDED')
                            or child.held = true and parent.held = false and parent.state <> 'SUSPENDED')
                        order by child.agreement
                        """,
                        String.class)
                .setParameter("bound", BOUND)
                .getResultList()
                .map(ids -> ids.stream().map(AgreementId::new).toList()));
    }

    /** Agreements that inherit from that one directly. */
    public List<AgreementId> childrenOf(AgreementId parent) {
        return ids("select agreement from AgreementHeadRow where parent = :what order by agreement", parent.value());
    }

    /**
     * Hands over what the topics do not hold yet, oldest first, and notes that they hold it once {@code publish}
     * returns. The rows stay locked meanwhile, so that two processes cannot publish in another order. Where this ends
     * in between, the same is handed over again, which changes nothing for a reader.
     */
    public void publishPending(Consumer<List<AgreementEventRow>> publish) {
        inTransaction(session -> session.createQuery(
                        "from AgreementEventRow where published = false order by epoch", AgreementEventRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(rows -> {
                    if (rows.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return vertx.<Void>executeBlocking(() -> {
                                publish.accept(rows);
                                return null;
                            })
                            .invoke(() -> rows.forEach(row -> row.published = true))
                            .chain(session::flush);
                }));
    }

    /** The newest notice of each agreement, as JSON; without those that the topics do not hold yet. */
    public Map<String, String> publishedNotices() {
        return newest("notice");
    }

    /** The JSON of the newest change of each agreement that was published, by agreement. */
    public Map<String, String> publishedRecords() {
        return newest("record");
    }

    private Map<String, String> newest(String what) {
        String query =
                """
                select e.agreement, e.%1$s from AgreementEventRow e, AgreementHeadRow head
                where e.agreement = head.agreement and e.epoch = head.epoch
                and e.published = true and e.%1$s is not null
                """;
        return inTransaction(session -> session.createQuery(query.formatted(what), Object[].class)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]))));
    }

    private static Uni<List<AgreementEventRow>> events(Mutiny.Session session, AgreementId id) {
        return session.createQuery(
                        "from AgreementEventRow where agreement = :id order by epoch", AgreementEventRow.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    private Uni<List<Agreement>> replayChanged(Mutiny.Session session, List<AgreementHeadRow> heads) {
        List<String> changed = replayed.changed(heads);
        if (changed.isEmpty()) {
            return Uni.createFrom().item(replayed.of(heads));
        }
        return session.createQuery(
                        "from AgreementEventRow where agreement in (:changed) order by epoch", AgreementEventRow.class)
                .setParameter("changed", changed)
                .getResultList()
                .map(rows -> {
                    rows.stream()
                            .collect(Collectors.groupingBy(AgreementEventRow::agreement))
                            .values()
                            .forEach(each -> replayed.keep(replay(each).orElseThrow()));
                    return replayed.of(heads);
                });
    }

    private static Optional<Agreement> replay(List<AgreementEventRow> rows) {
        return Agreement.replay(rows.stream().map(AgreementEventRow::numbered).toList());
    }

    private static Uni<Agreement> append(Mutiny.Session session, Agreement before, List<AgreementEvent> events) {
        return session.createQuery("select coalesce(max(epoch), 0) from AgreementEventRow", Long.class)
                .getSingleResult()
                .chain(last -> {
                    Agreement after = before;
                    List<Object> rows = new ArrayList<>();
                    long epoch = last;
                    for (AgreementEvent event : events) {
                        Agreement.Numbered numbered = new Agreement.Numbered(++epoch, event);
                        after = Agreement.after(after, numbered);
                        rows.add(new AgreementEventRow(numbered, after));
                    }
                    Agreement changed = after;
                    return session.persistAll(rows.toArray())
                            .chain(() -> session.merge(new AgreementHeadRow(changed)))
                            .replaceWith(changed);
                });
    }

    private List<AgreementId> ids(String query, Object what) {
        return inTransaction(session -> session.createQuery(query, String.class)
                .setParameter("what", what)
                .getResultList()
                .map(ids -> ids.stream().map(AgreementId::new).toList()));
    }

    private static List<String> names(Predicate<AgreementState> which) {
        return Arrays.stream(AgreementState.values())
                .filter(which)
                .map(Enum::name)
                .toList();
    }

    private <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> sessions.withTransaction((session, tx) -> work.apply(session)));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Throwable e) {
            LOG.error("The store of agreements does not do what was asked.", e);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The store of agreements does not answer.");
        }
    }
}
