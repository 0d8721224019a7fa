package io.github.gradphoto.photo;

import io.github.gradphoto.measure.MeasuredPhoto;
import io.github.gradphoto.measure.PhotoVerdict;
import java.util.Base64;

/**
 * A photo that was refused and not kept.
 *
 * @param picture the 480×640 picture as a data address, because it is nowhere else
 */
record TriedPhoto(String picture, PhotoReport report) {

    static TriedPhoto of(MeasuredPhoto photo, PhotoVerdict verdict, PhotoReports reports) {
        return new TriedPhoto(
                "data:image/jpeg;base64,"
                        + Base64.getEncoder().encodeToString(photo.standard().jpeg()),
                reports.forStudent(photo.measurements(), verdict.refusals(), verdict.warnings()));
    }
}
