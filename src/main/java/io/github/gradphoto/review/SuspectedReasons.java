package io.github.gradphoto.review;

import io.github.gradphoto.photo.CheckReason;
import io.github.gradphoto.photo.Finding;
import io.github.gradphoto.photo.PhotoReport;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which 退回原因 the measuring points at, and which it can say nothing about, so that the reviewer looks there first. */
public final class SuspectedReasons {

    /** 首饰, P图, 翻拍, 眼镜反光, 耳: no machine judges these reliably. */
    public static final Set<RejectionReason> UNMEASURABLE = EnumSet.of(
            RejectionReason.JEWELLERY,
            RejectionReason.RETOUCHED,
            RejectionReason.PHOTO_OF_A_PHOTO,
            RejectionReason.GLASSES_GLARE,
            RejectionReason.HAIR_OVER_BROWS_OR_EARS);

    private static final Map<CheckReason, RejectionReason> MEANS = new EnumMap<>(Map.ofEntries(
            Map.entry(CheckReason.CLOTHES_BLUE, RejectionReason.BLUE_OR_GREEN_CLOTHES),
            Map.entry(CheckReason.CLOTHES_GREEN, RejectionReason.BLUE_OR_GREEN_CLOTHES),
            Map.entry(CheckReason.SHOULDERS_BARE, RejectionReason.CAMISOLE_STRAPS),
            Map.entry(CheckReason.FRINGE, RejectionReason.HAIR_OVER_BROWS_OR_EARS),
            Map.entry(CheckReason.EYES_MAYBE_CLOSED, RejectionReason.EYES_CLOSED_OR_TEETH),
            Map.entry(CheckReason.MOUTH_MAYBE_OPEN, RejectionReason.EYES_CLOSED_OR_TEETH),
            Map.entry(CheckReason.TILTED_SLIGHTLY, RejectionReason.HEAD_TILTED),
            Map.entry(CheckReason.BACKGROUND_COLOUR, RejectionReason.BACKGROUND_UNEVEN),
            Map.entry(CheckReason.BACKGROUND_UNEVEN, RejectionReason.BACKGROUND_UNEVEN),
            Map.entry(CheckReason.LIGHT_UNEVEN, RejectionReason.FACE_HALF_SHADED),
            Map.entry(CheckReason.BLURRED_SLIGHTLY, RejectionReason.BLURRED),
            Map.entry(CheckReason.JPEG_QUALITY_LOW, RejectionReason.BLURRED),
            Map.entry(CheckReason.SAME_AS_OTHER, RejectionReason.NOT_THE_STUDENT)));

    private SuspectedReasons() {}

    public static Set<RejectionReason> of(PhotoReport report) {
        var suspected = EnumSet.noneOf(RejectionReason.class);
        report.warnings().stream()
                .map(Finding::reason)
                .filter(MEANS::containsKey)
                .forEach(reason -> suspected.add(MEANS.get(reason)));
        return suspected;
    }
}
