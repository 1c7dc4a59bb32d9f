-- What happened to agreements, in the order in which it happened. The epoch is given under a lock on this table, so
-- that epochs become visible in their order and without gaps.
create table agreement_event (
    epoch bigint primary key,
    agreement text not null,
    kind text not null,
    event text not null,
    record text not null,
    published boolean not null
);
create index agreement_event_of on agreement_event (agreement, epoch);
create index agreement_event_pending on agreement_event (epoch) where not published;

-- The receipt of a change, kept so that whoever asks again gets the same.
create table agreement_receipt (
    epoch bigint primary key references agreement_event,
    receipt text not null
);

-- The ledger's sums, and how far the topic is summed: both change in one transaction.
create table ledger_progress (
    partition int primary key,
    next_offset bigint not null
);
create table ledger_balance (
    feed text not null,
    agreement text not null, -- '' where no agreement covered the feed
    accepted bigint not null,
    shared bigint not null,
    quarantined bigint not null,
    since timestamptz not null,
    until timestamptz not null,
    primary key (feed, agreement)
);
create table ledger_withheld (
    feed text not null,
    agreement text not null,
    reason text not null,
    records bigint not null,
    primary key (feed, agreement, reason)
);
