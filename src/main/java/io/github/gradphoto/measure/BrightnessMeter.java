package io.github.gradphoto.measure;

/** Mean luma (ITU-R BT.601) of the 480×640 picture, 0 to 255. Exact. */
final class BrightnessMeter implements Meter {

    @Override
    public void read(Subject subject, Readings into) {
        var luma = Luma.of(subject.framed());
        into.put(Measure.BRIGHTNESS, luma.mean());
        into.put(Measure.SHARPNESS, luma.laplacianVariance());
    }
}
