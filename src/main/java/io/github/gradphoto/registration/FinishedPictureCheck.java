package io.github.gradphoto.registration;

import io.github.gradphoto.measure.StandardPhotoMaker;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureFault;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The unit sends back what the registry keeps: a JPEG of 480×640 px (教毕指〔2017〕99号). Anything else is another file. */
@Component
public class FinishedPictureCheck {

    private final PictureDecoder decoder;

    FinishedPictureCheck(PictureDecoder decoder) {
        this.decoder = decoder;
    }

    /** @throws Refusal finishedPictureSize, busy; @throws PictureRefusedException what is no picture, or no JPEG */
    public void ensureStandard(byte[] upload) {
        var picture = decoder.decode(upload);
        if (!MediaType.IMAGE_JPEG_VALUE.equals(picture.mediaType())) {
            throw new PictureRefusedException(PictureFault.UNSUPPORTED_TYPE);
        }
        int width = picture.image().getWidth();
        int height = picture.image().getHeight();
        if (width != StandardPhotoMaker.WIDTH || height != StandardPhotoMaker.HEIGHT) {
            throw Refusal.invalid(
                    "finishedPictureSize", StandardPhotoMaker.WIDTH, StandardPhotoMaker.HEIGHT, width, height);
        }
    }
}
