-- Schedules as they came: the archive is the truth, what is in memory is an index made from it.
CREATE TABLE schedule (
    feed        text        NOT NULL,
    version     text        NOT NULL, -- the first 16 hexadecimal digits of the archive's SHA-256
    imported_at timestamptz NOT NULL,
    archive     bytea       NOT NULL,
    PRIMARY KEY (feed, version)
);
-- The archive is compressed already.
ALTER TABLE schedule ALTER COLUMN archive SET STORAGE EXTERNAL;

-- One whole value for each street segment, service date and local hour. Partitions are made month by month.
CREATE TABLE segment_speed (
    agreement    text             NOT NULL,
    feed         text             NOT NULL,
    route        text             NOT NULL,
    direction    smallint         NOT NULL,
    segment      text             NOT NULL,
    service_date date             NOT NULL,
    hour         smallint         NOT NULL,
    n            integer          NOT NULL,
    trips        integer          NOT NULL,
    metres       double precision NOT NULL,
    seconds      double precision NOT NULL,
    bins         integer[]        NOT NULL, -- traversals by speed, in steps of 0.5 m/s, without empty bins at the end
    PRIMARY KEY (feed, agreement, route, direction, service_date, segment, hour)
) PARTITION BY RANGE (service_date);
