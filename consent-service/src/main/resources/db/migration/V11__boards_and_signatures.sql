-- Who must approve. Reviews that have begun carry their board as it was.
create table review_board (
    id text primary key,
    name text not null,
    members text[] not null,
    quorum int not null,
    review_days int not null,
    agency text -- whose board it is; null for the hub's
);

-- The public keys with which parties sign.
create table party_key (
    side text not null,
    party text not null,
    key_id text not null,
    public_key text not null,
    custody boolean not null,
    registered_at timestamptz not null,
    registered_by text not null,
    primary key (side, party, key_id)
);
