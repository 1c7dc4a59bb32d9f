package org.weir.consent.review.store;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.weir.consent.review.Board;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Keeps boards. Waits for the database; not for an event loop. */
@ApplicationScoped
public class BoardStore {
    private static final Logger LOG = Logger.getLogger(BoardStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String COLUMNS = "select id, name, members, quorum, review_days from review_board";

    private final Pool pool;

    BoardStore(Pool pool) {
        this.pool = pool;
    }

    public List<Board> all() {
        return ask(COLUMNS + " order by id", Tuple.tuple()).stream()
                .map(BoardStore::board)
                .toList();
    }

    public Optional<Board> find(String id) {
        return ask(COLUMNS + " where id = $1", Tuple.of(id)).stream()
                .map(BoardStore::board)
                .findFirst();
    }

    /**
     * Keeps a board, or what it is from now on. Reviews that have begun go on as they were.
     *
     * @param agency whose board it is; null for the hub's
     * @return whether it was kept: not where it is another agency's
     */
    public boolean keep(Board board, String agency) {
        String insert =
                """
                insert into review_board as b (id, name, members, quorum, review_days, agency)
                values ($1, $2, $3, $4, $5, $6) on conflict (id) do update
                set name = $2, members = $3, quorum = $4, review_days = $5
                where $6::text is null or b.agency = $6 returning id
                """;
        Tuple values = Tuple.tuple()
                .addString(board.id())
                .addString(board.name())
                .addArrayOfString(board.members().toArray(String[]::new))
                .addInteger(board.quorum())
                .addInteger(board.reviewDays())
                .addString(agency);
        return ask(insert, values).iterator().hasNext();
    }

    private static Board board(Row row) {
        return new Board(
                row.getString("id"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("members")),
                row.getInteger("quorum"),
                row.getInteger("review_days"));
    }

    private RowSet<Row> ask(String query, Tuple values) {
        try {
            return pool.preparedQuery(query).execute(values).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The store of boards does not do what was asked.");
            throw new Refusal(ErrorCode.UNAVAILABLE, "The store of boards does not answer.");
        }
    }
}
