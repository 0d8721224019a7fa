package io.github.gradphoto.measure;

import io.github.gradphoto.picture.JpegQuality;

/** Quality factor of the upload, by its quantisation tables. Exact for the usual encoders; phones' own tables are near. */
final class JpegQualityMeter implements Meter {

    @Override
    public void read(Subject subject, Readings into) {
        JpegQuality.of(subject.file()).ifPresent(quality -> into.put(Measure.JPEG_QUALITY, quality));
    }
}
