-- The law that a prohibition names: the same law filed twice for a feed is one prohibition as long as it stands.
alter table written_prohibition add column citation text;
update written_prohibition set citation = btrim(filed::jsonb ->> 'citation');
update written_prohibition later
set withdrawn_at = now(), withdrawn_by = 'filed twice'
where later.withdrawn_at is null
  and exists (
      select 1 from written_prohibition first
      where first.feed = later.feed and first.citation = later.citation and first.withdrawn_at is null
        and (first.filed::jsonb ->> 'filedAt', first.id) < (later.filed::jsonb ->> 'filedAt', later.id));
alter table written_prohibition alter column citation set not null;
create unique index written_prohibition_once on written_prohibition (feed, citation) where withdrawn_at is null;
