package io.github.gradphoto.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** 退回原因, in the order and the words of the notice. */
public enum RejectionReason {
    BLUE_OR_GREEN_CLOTHES,
    CAMISOLE_STRAPS,
    JEWELLERY,
    RETOUCHED,
    PHOTO_OF_A_PHOTO,
    HAIR_OVER_BROWS_OR_EARS,
    GLASSES_GLARE,
    EYES_CLOSED_OR_TEETH,
    HEAD_TILTED,
    BACKGROUND_UNEVEN,
    FACE_HALF_SHADED,
    BLURRED,
    NOT_RECENT,
    NOT_THE_STUDENT,
    OTHER;

    /** As one column keeps them; null for none. */
    static String list(Collection<RejectionReason> reasons) {
        return reasons.isEmpty() ? null : reasons.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static List<RejectionReason> listed(String column) {
        return column == null
                ? List.of()
                : Arrays.stream(column.split(",")).map(RejectionReason::valueOf).toList();
    }
}
