-- One rehearsal at a time, also when two people order one in the same moment.

alter table rehearsal add column slot smallint default 1 not null;
alter table rehearsal add constraint rehearsal_one unique (slot);
