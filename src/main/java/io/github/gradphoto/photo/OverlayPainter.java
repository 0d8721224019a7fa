package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns numbers and findings into what is drawn over the picture. */
final class OverlayPainter {

    /** Half the height of an arrow's head, in px. */
    private static final double ARROW = 7;
    /** Numbers keep this far from each other and from the edge, in px. */
    private static final double BADGE = 30;

    private final Map<Measure, AllowedRange> ranges;

    OverlayPainter(Map<Measure, AllowedRange> ranges) {
        this.ranges = ranges;
    }

    Overlay paint(Measurements measured, List<Finding> findings) {
        var face = FaceGeometry.of(measured);
        if (face.isEmpty()) {
            var whole = new FaceGeometry(0, 0, 0, 0, 0, 0, 0, 0);
            return new Overlay(List.of(), List.of(), marks(whole, wholeOnly(findings)));
        }
        return new Overlay(bands(), lines(measured, face.get()), marks(face.get(), findings));
    }

    private static List<Finding> wholeOnly(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.reason().place() == CheckReason.Place.WHOLE)
                .toList();
    }

    private List<Overlay.Band> bands() {
        var bands = new ArrayList<Overlay.Band>();
        for (var measure : List.of(Measure.HAIR_TOP, Measure.EYE_LINE)) {
            var range = ranges.get(measure);
            if (range != null && range.leastHard() != null && range.mostHard() != null) {
                bands.add(new Overlay.Band(measure.key(), Math.round(range.leastHard()), Math.round(range.mostHard())));
            }
        }
        return bands;
    }

    private List<Overlay.Line> lines(Measurements measured, FaceGeometry face) {
        var lines = new ArrayList<Overlay.Line>();
        for (var measure : List.of(Measure.HAIR_TOP, Measure.EYE_LINE)) {
            measured.get(measure).ifPresent(at -> {
                var d = FaceGeometry.line(0, at, FaceGeometry.WIDTH, at);
                lines.add(new Overlay.Line(measure.key(), d, whole(at), 10, Math.round(at) - 8, isFine(measure, at)));
            });
        }
        measured.get(Measure.FACE_WIDTH).ifPresent(width -> {
            double y = (face.eyes() + face.mouth()) / 2;
            lines.add(new Overlay.Line(
                    Measure.FACE_WIDTH.key(),
                    arrow(face.left(), face.right(), y),
                    whole(width),
                    Math.round(face.middle()),
                    Math.round(y) + 26,
                    isFine(Measure.FACE_WIDTH, width)));
        });
        return lines;
    }

    private boolean isFine(Measure measure, double value) {
        var range = ranges.get(measure);
        return range == null || !range.isRefused(value);
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

    private static String arrow(double from, double to, double y) {
        return FaceGeometry.line(from, y - 2 * ARROW, from, y + 2 * ARROW)
                + FaceGeometry.line(from, y, to, y)
                + FaceGeometry.line(to, y - 2 * ARROW, to, y + 2 * ARROW);
    }

    private static List<Overlay.Mark> marks(FaceGeometry face, List<Finding> findings) {
        var marks = new ArrayList<Overlay.Mark>();
        for (var finding : findings) {
            if (finding.reason().place() != CheckReason.Place.NOWHERE) {
                var shape = face.around(finding.reason().place());
                long x = Math.round(Math.max(BADGE, Math.min(FaceGeometry.WIDTH - BADGE, shape.x())));
                long y = Math.round(Math.max(BADGE, Math.min(FaceGeometry.HEIGHT - BADGE, shape.y())));
                long free = free(marks, x, y);
                marks.add(new Overlay.Mark(finding.number(), finding.refuses(), shape.d(), free, y));
            }
        }
        return marks;
    }

    /** To the left until no other number stands there. */
    private static long free(List<Overlay.Mark> marks, long x, long y) {
        long free = x;
        boolean taken = true;
        while (taken && free > BADGE) {
            long at = free;
            taken = marks.stream().anyMatch(mark -> Math.hypot(mark.x() - at, mark.y() - y) < BADGE);
            free = taken ? free - (long) BADGE : free;
        }
        return free;
    }
}
