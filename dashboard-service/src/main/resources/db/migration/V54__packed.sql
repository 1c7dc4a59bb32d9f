-- Tables of which the indexes were made anew, and when: months that are over, and sums of months.
CREATE TABLE packed_table (
    name      text        PRIMARY KEY,
    packed_at timestamptz NOT NULL
);
