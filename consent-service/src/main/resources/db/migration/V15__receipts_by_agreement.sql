-- Receipts are read again by agreement: every one of its changes has its own.
alter table agreement_receipt add column agreement text;
update agreement_receipt r set agreement = e.agreement from agreement_event e where e.epoch = r.epoch;
alter table agreement_receipt alter column agreement set not null;
create index agreement_receipt_of on agreement_receipt (agreement, epoch);
