-- Each time a version became a feed's newest, by the database's clock: which version held in the past stays as it was when
-- an older one is imported again.
CREATE TABLE schedule_import (
    feed        text        NOT NULL,
    version     text        NOT NULL,
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (feed, imported_at, version),
    FOREIGN KEY (feed, version) REFERENCES schedule
);
INSERT INTO schedule_import (feed, version, imported_at) SELECT feed, version, imported_at FROM schedule;
ALTER TABLE schedule DROP COLUMN imported_at;
