-- Reasons of photos that went to the reviewer were warnings all along.
update photo set check_warnings = check_reasons, check_reasons = null where state <> 'REFUSED_BY_CHECK';
