package io.github.gradphoto.measure;

import io.github.gradphoto.demo.Background;
import io.github.gradphoto.demo.Flaw;
import io.github.gradphoto.demo.Portrait;
import io.github.gradphoto.demo.PortraitPainter;
import io.github.gradphoto.picture.DecodedPicture;
import io.github.gradphoto.picture.PhotoJpeg;
import io.github.gradphoto.process.StandalonePhotoRules;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Portraits drawn for a test, put before one meter, and the verdict of the tables on them. */
public final class DrawnPhotos {

    /** The models take a second to load: one set for all tests. */
    public static final PhotoMeter METER = PhotoMeter.withModels();

    private static final PhotoRules RULES = new StandalonePhotoRules();
    private static final List<Color> ALL = Arrays.stream(io.github.gradphoto.notice.Background.values())
            .map(io.github.gradphoto.notice.Background::colour)
            .toList();

    private DrawnPhotos() {}

    /** 960×1280 px on white. */
    public static BufferedImage person(long seed, Flaw... flaws) {
        var set = EnumSet.noneOf(Flaw.class);
        set.addAll(Arrays.asList(flaws));
        return person(seed, Background.WHITE, set);
    }

    public static BufferedImage person(long seed, Background background, EnumSet<Flaw> flaws) {
        var painted = new PortraitPainter().paint(new Portrait(seed, 25, seed % 2 == 0, background, flaws));
        return drawn(painted, 960, 1280, painted.getRGB(5, 5), 0, 0, 1);
    }

    /** A picture at another size and place on a plain ground. */
    public static BufferedImage drawn(
            BufferedImage picture, int width, int height, int ground, double x, double y, double scale) {
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = canvas.createGraphics();
        g.setColor(new Color(ground));
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.translate(x, y);
        g.scale(scale, scale);
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return canvas;
    }

    /** Each channel of each px by a rule. */
    public static BufferedImage each(BufferedImage picture, UnaryOperator<Integer> level) {
        var changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                changed.setRGB(
                        x,
                        y,
                        within(level.apply(rgb >> 16 & 255)) << 16
                                | within(level.apply(rgb >> 8 & 255)) << 8
                                | within(level.apply(rgb & 255)));
            }
        }
        return changed;
    }

    private static int within(int level) {
        return Math.max(0, Math.min(255, level));
    }

    public static DecodedPicture decoded(BufferedImage picture) {
        return new DecodedPicture(picture, "image/jpeg", 1, picture.getWidth(), picture.getHeight());
    }

    public static MeasuredPhoto measured(BufferedImage picture) {
        return measured(picture, null);
    }

    public static MeasuredPhoto measured(BufferedImage picture, CropFrame chosen) {
        return METER.measure(decoded(picture), PhotoJpeg.encode(picture, 92), chosen, ALL);
    }

    /** In the frame that it has. */
    static MeasuredPhoto again(BufferedImage picture) {
        return METER.again(decoded(picture), PhotoJpeg.encode(picture, 92), ALL);
    }

    public static PhotoVerdict judged(BufferedImage picture) {
        return RULES.photoCompliance(measured(picture).measurements());
    }

    public static double number(MeasuredPhoto photo, Measure measure) {
        return photo.measurements().get(measure).orElseThrow(() -> new AssertionError("not measured: " + measure));
    }
}
