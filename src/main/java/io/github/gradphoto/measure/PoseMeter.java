package io.github.gradphoto.measure;

/** How the head is held, in degrees; see {@link PoseFinder}. */
final class PoseMeter implements Meter {

    @Override
    public void read(Subject subject, Readings into) {
        subject.head().map(Head::pose).ifPresent(pose -> {
            into.put(Measure.ROLL, pose.roll());
            into.put(Measure.YAW, pose.yaw());
            into.put(Measure.PITCH, pose.pitch());
        });
    }
}
