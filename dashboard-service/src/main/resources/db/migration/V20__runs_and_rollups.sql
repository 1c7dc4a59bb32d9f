-- One whole value for each trip that a vehicle made, in one partition a month of service dates.
CREATE TABLE trip_run (
    agreement    text               NOT NULL,
    feed         text               NOT NULL,
    service_date date               NOT NULL,
    trip         text               NOT NULL,
    vehicle      text               NOT NULL,
    route        text               NOT NULL,
    direction    smallint           NOT NULL,
    schedule     text               NOT NULL, -- the version it was matched with
    pattern      integer            NOT NULL, -- the ordinal in that version
    assignment   smallint           NOT NULL, -- how the trip is known, by the order in Assignment.How
    sure         real               NOT NULL, -- 0 to 1
    -- Stop visits, in order: one element a visit.
    indexes      smallint[]         NOT NULL,
    stops        text[]             NOT NULL,
    arrivals     double precision[] NOT NULL, -- POSIX seconds
    departures   double precision[] NOT NULL,
    scheduled    integer[]          NOT NULL, -- seconds after the service day's beginning; null where not scheduled
    gaps         real[]             NOT NULL, -- seconds
    qualities    smallint[]         NOT NULL, -- by the order in StopVisit.Quality
    crowding     smallint[]         NOT NULL, -- per cent of seats; -1 where not known
    -- The way between.
    knot_metres  real[]             NOT NULL,
    knot_times   double precision[] NOT NULL, -- POSIX seconds
    revision     integer            NOT NULL, -- how many positions that came late have changed it
    changed_at   timestamptz        NOT NULL,
    PRIMARY KEY (feed, agreement, service_date, trip, vehicle)
) PARTITION BY RANGE (service_date);
CREATE INDEX trip_run_of_route ON trip_run (feed, agreement, service_date, route, direction);

-- Months of which the runs were dropped: what still comes for them is not taken, for a day's figures are made of all its
-- runs, and would be replaced by those of the few that came late.
CREATE TABLE closed_month (
    month     date        PRIMARY KEY, -- its first day
    closed_at timestamptz NOT NULL
);

-- Which days have to be reckoned (again): where the newest mark is not the one that was reckoned. A mark made meanwhile
-- is another number, so it is not lost.
CREATE SEQUENCE rollup_mark;
CREATE TABLE route_day (
    agreement    text        NOT NULL,
    feed         text        NOT NULL,
    route        text        NOT NULL,
    direction    smallint    NOT NULL,
    service_date date        NOT NULL,
    marked       bigint      NOT NULL,
    marked_at    timestamptz NOT NULL,
    since        timestamptz NOT NULL,           -- when it was marked first, or reckoned last
    claimed      timestamptz,                    -- until when an instance reckons it
    rolled       bigint      NOT NULL DEFAULT 0,
    revision     integer     NOT NULL DEFAULT 0, -- how many times its figures were replaced
    changed_at   timestamptz,
    runs         integer     NOT NULL DEFAULT 0,
    revised      integer     NOT NULL DEFAULT 0, -- runs that positions have changed that came late
    PRIMARY KEY (feed, agreement, route, direction, service_date)
);
CREATE INDEX route_day_due ON route_day (marked_at) WHERE marked <> rolled;
CREATE TABLE route_month (
    agreement text        NOT NULL,
    feed      text        NOT NULL,
    route     text        NOT NULL,
    direction smallint    NOT NULL,
    month     date        NOT NULL, -- its first day
    marked    bigint      NOT NULL,
    marked_at timestamptz NOT NULL,
    since     timestamptz NOT NULL,
    claimed   timestamptz,
    rolled    bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (feed, agreement, route, direction, month)
);
CREATE INDEX route_month_due ON route_month (marked_at) WHERE marked <> rolled;

-- The figures of a place on a service date, by quarter hour; in one partition a month of service dates.
CREATE TABLE rollup_day (
    agreement    text     NOT NULL,
    feed         text     NOT NULL,
    route        text     NOT NULL,
    direction    smallint NOT NULL,
    kind         smallint NOT NULL, -- by the order in Place.Kind
    place        text     NOT NULL,
    service_date date     NOT NULL,
    sheet        bytea    NOT NULL, -- as DaySheetCodec writes
    PRIMARY KEY (feed, agreement, route, direction, kind, place, service_date)
) PARTITION BY RANGE (service_date);
-- The sheets of a month's Mondays merged, of its Tuesdays, and so on.
CREATE TABLE rollup_month (
    agreement text     NOT NULL,
    feed      text     NOT NULL,
    route     text     NOT NULL,
    direction smallint NOT NULL,
    kind      smallint NOT NULL,
    place     text     NOT NULL,
    month     date     NOT NULL,
    weekday   smallint NOT NULL, -- 1 is Monday
    days      smallint NOT NULL, -- how many were merged
    sheet     bytea    NOT NULL,
    PRIMARY KEY (feed, agreement, route, direction, kind, place, month, weekday)
);
