package io.github.gradphoto.measure;

/** Mean luma (ITU-R BT.601) of the 480×640 picture, 0 to 255. Exact. */
final class BrightnessMeter implements Meter {

    @Override
    public void read(Subject subject, Readings into) {
        into.put(Measure.BRIGHTNESS, Luma.of(subject.framed()).mean());
    }
}
