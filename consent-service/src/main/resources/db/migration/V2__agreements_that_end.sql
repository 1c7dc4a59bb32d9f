-- When an active agreement ends, so that the clock finds those that are over without reading every event.
alter table agreement_event add column expires timestamptz;
create index agreement_event_expires on agreement_event (expires) where expires is not null;
