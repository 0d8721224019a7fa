-- By which way each sum came in, and when money that was nobody's went back: for the totals of a day.

alter table incoming_payment add column channel varchar(20);
alter table incoming_payment add column returned_at timestamp with time zone;

update incoming_payment set channel = 'LIST' where student_number is not null or payer_enc is not null;
update incoming_payment set channel = 'TRANSFER'
where channel is null and order_id in (select id from fee_order where method = 'TRANSFER');
update incoming_payment set channel = 'COUNTER' where channel is null;
alter table incoming_payment alter column channel set not null;

create index incoming_payment_recorded on incoming_payment (recorded_at);
create index incoming_payment_value on incoming_payment (value_date);
create index refund_paid on refund (paid_at);
