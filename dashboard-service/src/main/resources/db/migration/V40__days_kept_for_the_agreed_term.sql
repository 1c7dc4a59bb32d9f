-- Days of which the single runs were deleted because their agreement's term to keep records was over. What still comes
-- for them is not taken, and their figures are not reckoned again: they would be made of what came late alone.
CREATE TABLE closed_day (
    feed         text        NOT NULL,
    agreement    text        NOT NULL,
    service_date date        NOT NULL,
    closed_at    timestamptz NOT NULL,
    PRIMARY KEY (feed, agreement, service_date)
);
