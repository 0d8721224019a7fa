package io.github.gradphoto.photo;

import java.util.List;

/** What no machine can judge: asked of the student before the upload, and of the reviewer before the decision. */
public enum Declaration {
    OWN_AND_RECENT("notRecent"),
    NO_JEWELLERY("jewellery"),
    NOT_RETOUCHED("retouched"),
    NOT_A_PHOTO_OF_A_PHOTO("photoOfPhoto"),
    NO_GLARE("glare"),
    EARS_VISIBLE("hair"),
    CLOTHES("clothes");

    /** Those that the reviewer looks for one by one; the others have a number or a reason of their own. */
    public static final List<Declaration> FOR_THE_EYE =
            List.of(NO_JEWELLERY, NOT_RETOUCHED, NOT_A_PHOTO_OF_A_PHOTO, NO_GLARE, EARS_VISIBLE);

    private final String sketch;

    Declaration(String sketch) {
        this.sketch = sketch;
    }

    /** File in {@code static/img/photo} that shows what is meant. */
    public String sketch() {
        return sketch;
    }
}
