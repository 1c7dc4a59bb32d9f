-- Segment speeds follow from the figures of each place; positions that made them are no longer there to make them anew.
DROP TABLE segment_speed;
