-- An agreement rests as long as what it inherits from rests. What rests already above others is told to them by the
-- first look at this column.
alter table agreement_head add column held boolean not null default false;
