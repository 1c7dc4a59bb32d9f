-- Jurisdictions whose law presumes sharing, and what agencies filed against it. A prohibition that is withdrawn stays.
create table jurisdiction (
    id text primary key,
    declared text not null
);
create table written_prohibition (
    id text primary key,
    feed text not null,
    filed text not null,
    withdrawn_at timestamptz,
    withdrawn_by text
);
create index written_prohibition_of on written_prohibition (feed) where withdrawn_at is null;
