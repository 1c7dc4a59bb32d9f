package org.weir.dashboard.store;

/**
 * The SQL of marks, by which it is known what has to be reckoned (again). A mark is the next of one sequence and is drawn
 * once its row is locked. Drawn before, it could be older than the one that is there by then, and so go back: then a day
 * would be taken for reckoned, or never get there.
 */
final class Marks {
    /** Of what an ended agreement gave, nothing comes back once its destruction has begun; it is the second parameter. */
    static final String NOT_DESTROYED =
            " WHERE NOT EXISTS (SELECT 1 FROM agreement_destruction d WHERE d.agreement = $2)";

    /** What is set of a row {@code r}. */
    static final String AGAIN = "marked = nextval('rollup_mark'), marked_at = now(),"
            + " since = CASE WHEN r.marked = r.rolled THEN now() ELSE r.since END";

    private static final String ROUTE_DAY = "feed, agreement, route, direction, service_date";

    /** Marks one route's day, or begins it. */
    static final String DAY = mark("route_day", ROUTE_DAY, "$1, $2, $3, $4::smallint, $5::date");

    /** Begins the day of a route of which nothing is there. */
    static final String NEW_DAY =
            begin("route_day", ROUTE_DAY, "$1, $2, $3, $4::smallint, $5::date") + " ON CONFLICT DO NOTHING";
    /** Marks the day of a whole feed, or begins it. */
    static final String FEED_DAY = mark("route_day", ROUTE_DAY, "$1, $2, '', 0::smallint, $3::date");

    private Marks() {}

    /**
     * Marks a row, or puts it there.
     *
     * @param key names of columns
     * @param values of them: parameters with their types
     */
    static String mark(String table, String key, String values) {
        return begin(table, key, values) + " ON CONFLICT (" + key + ") DO UPDATE SET " + AGAIN;
    }

    private static String begin(String table, String key, String values) {
        return "INSERT INTO " + table + " AS r (" + key + ", marked, marked_at, since) SELECT " + values
                + ", nextval('rollup_mark'), now(), now()" + NOT_DESTROYED;
    }

    /** Marks the days of routes for which a condition holds, in the order in which runs mark their days. */
    static String days(String condition) {
        return "UPDATE route_day r SET " + AGAIN + " FROM (SELECT " + ROUTE_DAY
                + " FROM route_day WHERE route <> '' AND"
                + condition + " ORDER BY feed COLLATE \"C\", agreement COLLATE \"C\", route COLLATE \"C\", direction,"
                + " service_date FOR UPDATE) d WHERE (r.feed, r.agreement, r.route, r.direction, r.service_date)"
                + " = (d.feed, d.agreement, d.route, d.direction, d.service_date)";
    }

    /**
     * A condition on rows of a table by feed, agreement and service date: their runs are all still there. Without them a
     * day cannot be reckoned again; its figures stay as they are.
     */
    static String open(String table) {
        return " NOT EXISTS (SELECT 1 FROM closed_month c WHERE c.month = date_trunc('month', " + table
                + ".service_date)::date) AND NOT EXISTS (SELECT 1 FROM closed_day c WHERE (c.feed, c.agreement,"
                + " c.service_date) = (" + table + ".feed, " + table + ".agreement, " + table + ".service_date))";
    }
}
