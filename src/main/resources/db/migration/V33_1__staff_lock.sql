-- Accounts of staff that are closed (leavers, long absences), and the way to "who saw which photo" by viewer.

create table staff_lock (
    username varchar(64) primary key,
    locked_at timestamp with time zone not null,
    locked_by varchar(64) not null,
    note varchar(200)
);

create index photo_view_viewer on photo_view (viewer, id);
