package io.github.gradphoto.picture;

import io.github.gradphoto.refusal.Refusal;
import org.springframework.http.HttpStatus;

/** An upload that is no usable picture. Says nothing of the upload's content, so it may be logged. */
public final class PictureRefusedException extends Refusal {

    private final PictureFault fault;

    public PictureRefusedException(PictureFault fault) {
        this(fault, null);
    }

    PictureRefusedException(PictureFault fault, Throwable cause) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, fault.name());
        this.fault = fault;
        initCause(cause);
    }

    public PictureFault fault() {
        return fault;
    }

    @Override
    public String messageKey() {
        return "photo.fault." + fault;
    }
}
