-- A recipient's service signs certificates of destruction with a key that signs nothing else.
alter table party_key add column key_use text not null default 'AGREEMENTS';
alter table party_key alter column key_use drop default;
alter table party_key drop constraint party_key_pkey;
alter table party_key add primary key (side, party, key_id, key_use);
