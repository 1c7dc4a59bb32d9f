-- By which version of the feed's schedule it was known what was to run, when a day was reckoned last. Null where that was
-- before this was kept: such days stay as they are.
ALTER TABLE route_day ADD COLUMN schedule text;
