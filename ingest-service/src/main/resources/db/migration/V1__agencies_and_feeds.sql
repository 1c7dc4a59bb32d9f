create table agency (
    id            text primary key,
    name          text not null,
    timezone      text not null,
    registered_at timestamptz not null
);

create table feed (
    id               text primary key,
    agency           text not null references agency,
    title            text not null,
    contract         text not null,
    contract_version text not null,
    schedule         text,
    recorded         boolean not null,
    -- Null where the feed is pushed only.
    poll_url         text,
    poll_every_ms    bigint,
    poll_timeout_ms  bigint,
    registered_at    timestamptz not null,
    check ((poll_url is null) = (poll_every_ms is null) and (poll_url is null) = (poll_timeout_ms is null))
);

-- Of a key only its SHA-256 is kept.
create table push_key (
    id        text primary key,
    feed      text not null references feed,
    hash      bytea not null,
    issued_at timestamptz not null
);

-- What of a feed's health the topics themselves do not say.
create table feed_health (
    feed  text primary key references feed,
    tally text not null
);
