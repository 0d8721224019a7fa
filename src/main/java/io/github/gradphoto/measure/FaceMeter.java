package io.github.gradphoto.measure;

/** How many faces the whole upload shows, and how sure the detector is of the largest (0 to 1). */
final class FaceMeter implements Meter {

    @Override
    public void read(Subject subject, Readings into) {
        subject.faces().ifPresent(faces -> {
            into.put(Measure.FACES, faces.size());
            if (!faces.isEmpty()) {
                into.put(Measure.FACE_SCORE, faces.get(0).score());
            }
        });
    }
}
