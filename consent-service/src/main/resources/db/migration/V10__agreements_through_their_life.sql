-- What recipients are told of a change; null where they need not hear of it.
alter table agreement_event add column notice text;

-- Enforcers from now on read which of an agreement's keys counts. The last word on every agreement is said again, with
-- the first key, which is the one that it had.
update agreement_event set record = (record::jsonb || '{"keyEpoch": 1}')::text;
update agreement_event e
set published = false,
    notice = case when record::jsonb ->> 'state' = 'DRAFT' then null
             else jsonb_build_object(
                 'epoch', epoch,
                 'state', record::jsonb -> 'state',
                 'document', record::jsonb -> 'document',
                 'since', record::jsonb -> 'changedAt')::text end
where not exists (select 1 from agreement_event later where later.agreement = e.agreement and later.epoch > e.epoch);

-- Each agreement as its last event left it: found by when the clock must look at it again, and by its parent, without
-- a replay. Written in the transaction of the event.
create table agreement_head (
    agreement text primary key,
    epoch bigint not null,
    state text not null,
    due timestamptz,
    parent text
);
insert into agreement_head (agreement, epoch, state, due)
select agreement, epoch, record::jsonb ->> 'state', expires
from agreement_event e
where not exists (select 1 from agreement_event later where later.agreement = e.agreement and later.epoch > e.epoch);
create index agreement_head_due on agreement_head (due) where due is not null;
create index agreement_head_parent on agreement_head (parent) where parent is not null;
alter table agreement_event drop column expires;
