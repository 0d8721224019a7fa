-- Hash of the picture that the collecting unit finished: a list of bags need not read each picture for it.
alter table photo add column finished_sha256 varchar(64);
update photo set finished_sha256 = (select photo_blob.sha256 from photo_blob where photo_blob.id = photo.finished_id)
where finished_id is not null;

-- Who sent nobody's money back: with four eyes not the person who decided it.
alter table incoming_payment add column returned_by varchar(64);
