package io.github.gradphoto.measure;

import io.github.gradphoto.picture.DecodedPicture;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/** Frames a photo and measures it. Knows no threshold: what the numbers mean is for the decision table. Thread-safe. */
public final class PhotoMeter {

    private final StandardPhotoMaker maker = new StandardPhotoMaker();
    private final FaceModels models;

    /** @param models or null: nothing about faces is measured */
    public PhotoMeter(FaceModels models) {
        this.models = models;
    }

    /**
     * @param file     the bytes that the picture was decoded from
     * @param chosen   the frame that the student chose, or null for the proposed one
     * @param accepted background colours that the notice accepts
     */
    public MeasuredPhoto measure(DecodedPicture picture, byte[] file, CropFrame chosen, List<Color> accepted) {
        var image = picture.image();
        var proposed = CropFrame.centred(image.getWidth(), image.getHeight());
        var frame = chosen == null ? proposed : chosen;
        var framed = maker.framed(picture, frame);
        var standard = maker.write(picture, frame, framed);
        var subject = new Subject(
                image,
                file,
                frame,
                framed,
                standard,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.copyOf(accepted));
        var readings = new Readings();
        Meters.ALL.forEach(meter -> meter.read(subject, readings));
        return new MeasuredPhoto(frame, proposed, false, Optional.empty(), readings.done(), standard);
    }
}
