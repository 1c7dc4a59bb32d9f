package org.weir.dashboard.street.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.dashboard.street.Area;
import org.weir.dashboard.street.DrawnCorridor;
import org.weir.dashboard.street.Signal;

/** Corridors, areas, signals and stops in PostgreSQL. */
@ApplicationScoped
public class Layers {
    private static final String LIST =
            "SELECT id, features, changed_at, changed_by FROM reference_layer WHERE kind = $1 ORDER BY id";
    private static final String ONE = "SELECT document FROM reference_layer WHERE kind = $1 AND id = $2";
    private static final String ALL = "SELECT kind, id, document FROM reference_layer ORDER BY kind, id";
    private static final String KEEP =
            "INSERT INTO reference_layer (kind, id, document, features, changed_at, changed_by)"
                    + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (kind, id) DO UPDATE SET document = EXCLUDED.document,"
                    + " features = EXCLUDED.features, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by";
    private static final String DROP = "DELETE FROM reference_layer WHERE kind = $1 AND id = $2";
    private static final String CHANGED = "UPDATE reference_layer_change SET changes = changes + 1";
    private static final String CHANGES = "SELECT changes FROM reference_layer_change";

    private final Pool database;
    private final Clock clock;

    Layers(Pool database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A layer, in short.
     *
     * @param features how many it has
     * @param changedBy who gave it
     */
    public record Summary(String id, int features, Instant changedAt, String changedBy) {}

    /** All layers as what they stand for. */
    record Reference(List<DrawnCorridor> corridors, List<Area> areas, List<Signal> signals) {}

    public Uni<List<Summary>> list(Kind kind) {
        return database.preparedQuery(LIST).execute(Tuple.of(kind.code)).map(rows -> {
            List<Summary> list = new ArrayList<>();
            rows.forEach(row -> list.add(new Summary(
                    row.getString("id"),
                    row.getInteger("features"),
                    row.getOffsetDateTime("changed_at").toInstant(),
                    row.getString("changed_by"))));
            return list;
        });
    }

    /** A layer as it came. */
    public Uni<Optional<String>> find(Kind kind, String id) {
        return database.preparedQuery(ONE).execute(Tuple.of(kind.code, id)).map(rows -> {
            var each = rows.iterator();
            return each.hasNext() ? Optional.of(each.next().getString("document")) : Optional.empty();
        });
    }

    /** What a document stands for, as {@link #keep} would keep it. */
    static Reference read(Kind kind, String id, byte[] document) {
        Reference reference = new Reference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        add(kind, id, document, reference);
        return reference;
    }

    /**
     * Checks a document and keeps it in place of the one before.
     *
     * @return how many features it has
     * @throws org.weir.schemas.problem.Refusal where it is not GeoJSON of this kind
     */
    public Uni<Integer> keep(Kind kind, String id, byte[] document, String by) {
        int features = kind.readNew(document).size();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Tuple row = Tuple.of(kind.code, id, new String(document, StandardCharsets.UTF_8), features, now, by);
        return database.withTransaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(row)
                .flatMap(kept -> connection.query(CHANGED).execute())
                .replaceWith(features));
    }

    /** Forgets a layer; says whether there was one. */
    public Uni<Boolean> drop(Kind kind, String id) {
        return database.withTransaction(connection -> connection
                .preparedQuery(DROP)
                .execute(Tuple.of(kind.code, id))
                .flatMap(dropped -> connection.query(CHANGED).execute().replaceWith(dropped.rowCount() > 0)));
    }

    /** Rises with every change. */
    Uni<Long> changes() {
        return database.query(CHANGES)
                .execute()
                .map(rows -> rows.iterator().next().getLong("changes"));
    }

    Uni<Reference> reference() {
        return database.query(ALL).execute().map(rows -> {
            Reference reference = new Reference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            rows.forEach(row -> add(row, reference));
            return reference;
        });
    }

    private static void add(Row row, Reference to) {
        add(
                Kind.of(row.getString("kind")),
                row.getString("id"),
                row.getString("document").getBytes(StandardCharsets.UTF_8),
                to);
    }

    private static void add(Kind kind, String id, byte[] document, Reference to) {
        for (Feature each : kind.read(document)) {
            switch (kind) {
                case CORRIDOR:
                    to.corridors().add(new DrawnCorridor(id, each.name(), each.parts()[0], each.isTrue("bothWays")));
                    break;
                case AREAS:
                    to.areas().add(new Area(id + '/' + each.id(), each.name(), each.parts()));
                    break;
                default:
                    if (id.equals("signals")) {
                        double[] at = each.parts()[0][0];
                        to.signals().add(new Signal(each.id(), each.name(), at[1], at[0], each.number("bearing")));
                    }
            }
        }
    }
}
