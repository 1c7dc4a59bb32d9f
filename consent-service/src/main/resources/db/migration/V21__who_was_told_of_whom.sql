-- How many records of whom went to whom on which day: counted from the shared topics, which forget. The subject stands
-- here as the recipient saw it: a pseudonym where one was agreed.
create table accounting_count (
    agreement text not null,
    feed text not null,
    subject text not null, -- '' where the record does not say whom it is about
    day date not null,
    records bigint not null,
    primary key (agreement, feed, subject, day)
);
create index accounting_count_old on accounting_count (day);

-- Up to where each shared topic is counted: changes in the same transaction as the counts.
create table accounting_progress (
    topic text not null,
    partition int not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Who asked. Not of whom: that would be one more record of the subject.
create table accounting_request (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    by text not null,
    feed text not null,
    first_day date,
    last_day date,
    lines int not null
);
