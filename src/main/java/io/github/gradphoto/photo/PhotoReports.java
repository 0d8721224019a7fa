package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the reports on photos. The ranges they show are those of the decision table of now, the findings those of then. */
@Component
public class PhotoReports {

    private final AllowedRanges ranges;

    PhotoReports(AllowedRanges ranges) {
        this.ranges = ranges;
    }

    public PhotoReport of(Photo photo) {
        return of(photo.measurements(), photo.checkReasons(), photo.checkWarnings());
    }

    /** As the student sees it: without what only a reviewer can judge. */
    public PhotoReport forStudent(Photo photo) {
        return of(photo.measurements(), photo.checkReasons(), photo.checkWarnings(), false);
    }

    PhotoReport forStudent(Measurements measured, List<String> refusals, List<String> warnings) {
        return of(measured, refusals, warnings, false);
    }

    PhotoReport of(Measurements measured, List<String> refusals, List<String> warnings) {
        return of(measured, refusals, warnings, true);
    }

    private PhotoReport of(Measurements measured, List<String> refusals, List<String> warnings, boolean everything) {
        var all = ranges.all();
        var findings = new ArrayList<Finding>();
        reasons(refusals, everything).forEach(reason -> findings.add(finding(findings, reason, true, measured, all)));
        reasons(warnings, everything).forEach(reason -> findings.add(finding(findings, reason, false, measured, all)));
        var missed = findings.stream()
                .flatMap(finding -> finding.reason().measures().stream())
                .collect(Collectors.toSet());
        // Faces are in words already. What is absent without a complaint did not apply: no earlier photo, no JPEG.
        var numbers = all.entrySet().stream()
                .filter(entry -> entry.getKey() != Measure.FACES)
                .filter(entry -> measured.has(entry.getKey()) || missed.contains(entry.getKey()))
                .map(entry ->
                        new MeasuredNumber(entry.getKey(), measured.asMap().get(entry.getKey()), entry.getValue()))
                .sorted(MeasuredNumber.WORST_FIRST)
                .toList();
        return new PhotoReport(
                findings.stream().filter(Finding::refuses).toList(),
                findings.stream().filter(finding -> !finding.refuses()).toList(),
                numbers,
                new OverlayPainter(all).paint(measured, findings));
    }

    private static List<CheckReason> reasons(List<String> keys, boolean everything) {
        return keys.stream()
                .flatMap(key -> CheckReason.of(key).stream())
                .filter(reason -> everything || reason.isForStudents())
                .toList();
    }

    private static Finding finding(
            List<Finding> before,
            CheckReason reason,
            boolean refuses,
            Measurements measured,
            Map<Measure, AllowedRange> ranges) {
        var worst = reason.measures().stream()
                .filter(ranges::containsKey)
                .map(measure -> new MeasuredNumber(measure, measured.asMap().get(measure), ranges.get(measure)))
                .min(MeasuredNumber.WORST_FIRST)
                .orElse(null);
        return new Finding(before.size() + 1, reason, refuses, worst);
    }
}
