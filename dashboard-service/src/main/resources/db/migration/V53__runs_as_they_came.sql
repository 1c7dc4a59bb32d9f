-- A run is kept as the bytes that crossed the topic: six hundred numbers in arrays cost the database and the writer more
-- than all the rest. What was kept in arrays is not carried over. The topic still holds the runs of today and of
-- yesterday, which are read again; days before those are closed, so that their figures stay as they are.
DROP TABLE trip_run;
CREATE TABLE trip_run (
    agreement    text        NOT NULL,
    feed         text        NOT NULL,
    service_date date        NOT NULL,
    trip         text        NOT NULL,
    vehicle      text        NOT NULL,
    route        text        NOT NULL,
    direction    smallint    NOT NULL,
    visits       smallint    NOT NULL, -- how many it has
    run          bytea       NOT NULL, -- a format number first
    changed_at   timestamptz NOT NULL,
    PRIMARY KEY (feed, agreement, service_date, trip, vehicle)
) PARTITION BY RANGE (service_date);
CREATE INDEX trip_run_of_route ON trip_run (feed, agreement, service_date, route, direction);
INSERT INTO closed_day (feed, agreement, service_date, closed_at)
SELECT DISTINCT feed, agreement, service_date, now() FROM route_day WHERE service_date < current_date - 1
ON CONFLICT DO NOTHING;
