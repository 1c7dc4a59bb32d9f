-- A route named '' stands for all routes of the feed together: on a date, what riders meet who may take any of them, and
-- when the feed said nothing (begins and ends in turn, POSIX seconds).
ALTER TABLE route_day ADD COLUMN silences double precision[];

-- How long buses spent on each 25 m of a way, by hour of a service date; in one partition a month of service dates.
CREATE TABLE way_day (
    agreement    text     NOT NULL,
    feed         text     NOT NULL,
    route        text     NOT NULL,
    direction    smallint NOT NULL,
    way          text     NOT NULL, -- by the fingerprint of its line, whatever version of the schedule has it
    service_date date     NOT NULL,
    times        bytea    NOT NULL, -- as WayTimes writes
    PRIMARY KEY (feed, agreement, route, direction, way, service_date)
) PARTITION BY RANGE (service_date);
-- Deflated before they come.
ALTER TABLE rollup_day ALTER COLUMN sheet SET STORAGE EXTERNAL;
ALTER TABLE rollup_month ALTER COLUMN sheet SET STORAGE EXTERNAL;
ALTER TABLE way_day ALTER COLUMN times SET STORAGE EXTERNAL;
-- Which change of the layers the figures know: after another, days that still have their runs are reckoned again.
ALTER TABLE reference_layer_change ADD COLUMN reckoned bigint NOT NULL DEFAULT 0;
