-- Every number that is measured of a photo, as name=value pairs; they say nothing about who it shows.
alter table photo add column measurements varchar(2000);
update photo set measurements = 'cropWidth=' || crop_width || ' cropHeight=' || crop_height
    || ' fileBytes=' || jpeg_bytes || ' fileQuality=' || jpeg_quality;
update photo set measurements = measurements || ' brightness=' || brightness where brightness is not null;
update photo set measurements = measurements || ' sharpness=' || sharpness where sharpness is not null;
alter table photo drop column brightness;
alter table photo drop column sharpness;
-- What a reviewer should look at, beside the reasons that refuse a photo.
alter table photo add column check_warnings varchar(1000);
alter table photo alter column check_reasons set data type varchar(1000);
