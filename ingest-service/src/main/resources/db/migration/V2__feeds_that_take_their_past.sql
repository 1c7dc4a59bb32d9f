-- Whether days that are over are taken beside what is live.
alter table feed add column past boolean not null default false;
