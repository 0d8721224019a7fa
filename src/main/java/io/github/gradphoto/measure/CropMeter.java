package io.github.gradphoto.measure;

/** Size of the crop in px of the original, bytes and quality factor of the file made from it. Exact. */
final class CropMeter implements Meter {

    @Override
    public void read(Subject subject, Readings into) {
        var standard = subject.standard();
        into.put(Measure.CROP_WIDTH, standard.cropWidth());
        into.put(Measure.CROP_HEIGHT, standard.cropHeight());
        into.put(Measure.FILE_BYTES, standard.jpeg().length);
        into.put(Measure.FILE_QUALITY, standard.quality());
    }
}
