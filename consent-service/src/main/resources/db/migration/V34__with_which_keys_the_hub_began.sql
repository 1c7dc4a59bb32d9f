-- Which of the hub's own keys counted when, by a name that tells nothing of a secret. A keystore that comes without them
-- is noticed here.
create table hub_key (
    number bigint generated always as identity primary key,
    name text not null,
    key_id text not null,
    public_key text, -- null where it has no public half, or nobody noted it
    since timestamptz not null default now()
);

-- An earlier version remembered in its receipts alone with which key it signed.
insert into hub_key (name, key_id)
select 'hub.ed25519', receipt::json ->> 'keyId' from agreement_receipt
where receipt::json ->> 'keyId' is not null order by epoch desc limit 1;
