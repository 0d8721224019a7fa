-- What a photo looks like, roughly, so that the same picture is found again. Encrypted; the pieces to search by are keyed
-- hashes. A picture that differs in at most three bits shares one of four pieces.

create table photo_fingerprint (
    photo_id bigint primary key references photo (id),
    whole_enc varchar(300) not null,
    framed_enc varchar(300) not null
);

create table photo_piece (
    photo_id bigint not null references photo_fingerprint (photo_id),
    piece_index varchar(64) not null,
    primary key (piece_index, photo_id)
);
create index photo_piece_photo on photo_piece (photo_id);
