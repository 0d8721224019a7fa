package io.github.gradphoto.review;

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
    OTHER
}
