-- How far each partition of the runs' topic was written. It only tells that somebody may be behind, who then asks the
-- broker; so nothing has to be reset here where the topic was made anew or the group's offsets were set back.
CREATE TABLE run_partition (
    partition  integer PRIMARY KEY,
    written_to bigint  NOT NULL -- the offset after the last one
);
