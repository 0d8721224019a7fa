package io.github.gradphoto.measure;

/**
 * Where the head is in the 480×640 picture, and how much the upload shows around it, in px of the 480×640 picture. From the
 * landmarks and, for the hair, from the person's outline, both found in the whole upload. Known errors: see {@link Measure}.
 */
final class PlaceMeter implements Meter {

    private static final int UPPER_LIP = 13;
    private static final int LOWER_LIP = 14;

    @Override
    public void read(Subject subject, Readings into) {
        subject.head().ifPresent(head -> read(subject, head, into));
        subject.mesh().ifPresent(mesh -> into.put(Measure.MOUTH_LINE, (mesh.y()[UPPER_LIP] + mesh.y()[LOWER_LIP]) / 2));
    }

    private static void read(Subject subject, Head head, Readings into) {
        int width = subject.picture().getWidth();
        int height = subject.picture().getHeight();
        double scale = StandardPhotoMaker.WIDTH / (subject.frame().width() * width);
        double left = subject.frame().x() * width;
        double top = subject.frame().y() * height;
        double faceLeft = head.middle() - head.faceWidth() / 2;
        double faceRight = head.middle() + head.faceWidth() / 2;
        into.put(Measure.HAIR_TOP, (head.hairTop() - top) * scale);
        into.put(Measure.EYE_LINE, (head.eyeLine() - top) * scale);
        into.put(Measure.CHIN, (head.chin() - top) * scale);
        into.put(Measure.FACE_WIDTH, head.faceWidth() * scale);
        into.put(Measure.FACE_LEFT, (faceLeft - left) * scale);
        into.put(Measure.FACE_RIGHT, (faceRight - left) * scale);
        into.put(Measure.CENTRING, (head.middle() - left) * scale - StandardPhotoMaker.WIDTH / 2.0);
        into.put(Measure.ROOM_ABOVE, Math.max(0, head.hairTop() * scale));
        into.put(Measure.ROOM_LEFT, Math.max(0, faceLeft * scale));
        into.put(Measure.ROOM_RIGHT, Math.max(0, (width - faceRight) * scale));
        into.put(Measure.ROOM_BELOW, Math.max(0, (height - head.chin()) * scale));
    }
}
