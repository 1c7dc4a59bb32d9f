-- What service dates tell of streets, stops, links and lines: the ranking of places that need mending reads it. Places are
-- numbered, for their names would take as much room as what is said of them.
CREATE TABLE evidence_place (
    id        integer  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agreement text     NOT NULL,
    feed      text     NOT NULL,
    kind      smallint NOT NULL, -- by the order in EvidencePart.Kind
    place     text     NOT NULL,
    UNIQUE (feed, agreement, kind, place)
);
-- Which dates have to be reckoned (again), as route_day has it.
CREATE TABLE evidence_date (
    agreement    text        NOT NULL,
    feed         text        NOT NULL,
    service_date date        NOT NULL,
    marked       bigint      NOT NULL,
    marked_at    timestamptz NOT NULL,
    since        timestamptz NOT NULL,
    claimed      timestamptz,
    rolled       bigint      NOT NULL DEFAULT 0,
    changed_at   timestamptz,
    ground       text,                         -- the streets that it was reckoned on
    PRIMARY KEY (feed, agreement, service_date)
);
CREATE INDEX evidence_date_due ON evidence_date (marked_at) WHERE marked <> rolled;
-- One place on one date, in one partition a month of service dates. A ranking reads the dates of few places.
CREATE TABLE evidence_day (
    service_date date    NOT NULL,
    place        integer NOT NULL,
    numbers      bytea   NOT NULL, -- as EvidenceCodec writes
    PRIMARY KEY (service_date, place)
) PARTITION BY RANGE (service_date);
-- Sums of a month, of all its places.
CREATE TABLE evidence_month (
    agreement text        NOT NULL,
    feed      text        NOT NULL,
    month     date        NOT NULL, -- its first day
    marked    bigint      NOT NULL,
    marked_at timestamptz NOT NULL,
    since     timestamptz NOT NULL,
    claimed   timestamptz,
    rolled    bigint      NOT NULL DEFAULT 0,
    dates     date[]      NOT NULL DEFAULT '{}', -- that are in the sums
    PRIMARY KEY (feed, agreement, month)
);
CREATE INDEX evidence_month_due ON evidence_month (marked_at) WHERE marked <> rolled;
CREATE TABLE evidence_sum (
    agreement text     NOT NULL,
    feed      text     NOT NULL,
    month     date     NOT NULL,
    span      smallint NOT NULL, -- 0 all dates, 1 to 7 a weekday from Monday, 8 Monday to Friday
    part      integer  NOT NULL, -- some hundred places
    numbers   bytea    NOT NULL, -- as EvidenceBlock writes
    PRIMARY KEY (feed, agreement, month, span, part)
);
-- It is read whole, and hardly gets smaller.
ALTER TABLE evidence_sum ALTER COLUMN numbers SET STORAGE EXTERNAL;
-- Days that were reckoned before there was evidence.
INSERT INTO evidence_date (agreement, feed, service_date, marked, marked_at, since)
SELECT agreement, feed, service_date, nextval('rollup_mark'), now(), now()
FROM (SELECT DISTINCT agreement, feed, service_date FROM route_day WHERE runs > 0) d;
