-- The ledger's Merkle log: a leaf is the value of a record of topic "ledger", in the topic's order. It is built from the
-- topic's first record on, also where an earlier version has summed the topic already: ledger_progress goes on saying up
-- to which offset balances are summed, so that what is summed is not summed again.
create table ledger_log (
    one boolean primary key default true check (one),
    size bigint not null,
    next_offset bigint not null
);
insert into ledger_log (size, next_offset) values (0, 0);

-- The leaves' bytes, as they were appended: at most 256 in a row, each behind its length in four bytes.
create table ledger_leaves (
    first bigint primary key,
    leaves int not null,
    entries bytea not null
);

-- 256 hashes in a tile, as in C2SP's tlog-tiles; the last of a level may hold fewer. Hashes do not compress.
create table ledger_tile (
    level int not null,
    index bigint not null,
    hashes bytea not null,
    primary key (level, index)
);
alter table ledger_tile alter column hashes set storage external;

-- What was signed. One of each hour is kept for good, all of the last day.
create table ledger_checkpoint (
    origin text not null,
    size bigint not null,
    root bytea not null,
    ledger_offset bigint not null,
    at timestamptz not null,
    note text not null,
    published boolean not null,
    kept boolean not null,
    primary key (origin, size)
);
create index ledger_checkpoint_passing on ledger_checkpoint (at) where not kept;

-- The same sums as the balances', by day of the zone that is named: the agency's where its feed was known, UTC elsewhere.
create table ledger_daily (
    feed text not null,
    agreement text not null, -- '' where no agreement covered the feed
    day date not null,
    zone text not null,
    shared bigint not null,
    withheld bigint not null,
    quarantined bigint not null,
    primary key (feed, agreement, day, zone)
);
