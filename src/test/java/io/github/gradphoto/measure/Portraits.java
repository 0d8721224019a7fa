package io.github.gradphoto.measure;

import io.github.gradphoto.demo.Background;
import io.github.gradphoto.demo.Flaw;
import io.github.gradphoto.demo.Portrait;
import io.github.gradphoto.demo.PortraitPainter;
import io.github.gradphoto.measure.models.OpenCvFaceModels;
import io.github.gradphoto.picture.PhotoJpeg;
import io.github.gradphoto.picture.PictureDecoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Drawn portraits and what is measured of them; each is painted and measured once. */
final class Portraits {

    private static final PhotoMeter METER = new PhotoMeter(new OpenCvFaceModels());
    private static final PictureDecoder DECODER = new PictureDecoder();
    private static final PortraitPainter PAINTER = new PortraitPainter();
    private static final List<Color> ACCEPTED =
            List.of(new Color(255, 255, 255), new Color(100, 197, 255), new Color(240, 240, 240));
    private static final Map<Portrait, Measurements> MEASURED = new ConcurrentHashMap<>();

    private Portraits() {}

    static Measurements sound(Background background) {
        return measured(portrait(background));
    }

    static Measurements with(Flaw flaw) {
        return measured(portrait(Background.LIGHT_BLUE, flaw));
    }

    private static Measurements measured(Portrait portrait) {
        return MEASURED.computeIfAbsent(portrait, person -> measure(PAINTER.paint(person)));
    }

    /** A sound portrait after something has been done to its px. */
    static Measurements changed(UnaryOperator<BufferedImage> change) {
        return measure(change.apply(PAINTER.paint(portrait(Background.LIGHT_BLUE))));
    }

    private static Portrait portrait(Background background, Flaw... flaws) {
        return new Portrait(14, 30, true, background, Set.of(flaws));
    }

    private static Measurements measure(BufferedImage picture) {
        byte[] file = PhotoJpeg.encode(picture, 92);
        return METER.measure(DECODER.decode(file), file, null, ACCEPTED).measurements();
    }
}
