package io.github.gradphoto.collectioncode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Codes as students send them, made worse step by step: 12 kinds of damage in 4 strengths, on 8 payloads of 40 to 250
 * characters, 384 pictures of up to 700 px. The same each time. A module is 5 to 9 px before the damage.
 */
final class DegradedCodes {

    record Picture(String name, String kind, BufferedImage image, String payload) {}

    private record Damage(String kind, List<UnaryOperator<BufferedImage>> strengths) {}

    private static final Random RANDOM = new Random(20261124);
    private static final int SIDE = 700;
    private static final int CODE = 440;

    private static final List<Damage> DAMAGES = List.of(
            damage("blur", s -> p -> blurred(p, 2 + 1.2 * s)),
            damage("noise", s -> p -> noisy(p, 60 + 45 * s)),
            damage("small", s -> p -> scaled(p, 0.45 - 0.1 * s)),
            damage("small-jpeg", s -> p -> jpeg(scaled(p, 0.5 - 0.06 * s), 0.25f - 0.06f * s)),
            damage("turned", s -> p -> turned(p, 11 + 23 * s)),
            damage("perspective", s -> p -> perspective(p, 0.15 + 0.12 * s)),
            damage("moire", s -> p -> scaled(moire(p, 0.4 + 0.19 * s), 0.83)),
            damage("glare", s -> p -> glare(p, 0.09 + 0.05 * s)),
            damage("dim", s -> p -> noisy(levels(p, 60, 110 - 12 * s), 4 + 2 * s)),
            damage("half-shade", s -> p -> halfShade(p, 0.5 - 0.14 * s)),
            damage("inverted", s -> p -> blurred(levels(p, 235, 20), 1 + 1.3 * s)),
            damage(
                    "screen-photo",
                    s -> p -> jpeg(
                            noisy(
                                    blurred(
                                            scaled(
                                                    perspective(
                                                            moire(turned(p, 3 + 3 * s), 0.3 + 0.1 * s), 0.1 + 0.05 * s),
                                                    0.7),
                                            0.8 + 0.4 * s),
                                    10 + 6 * s),
                            0.7f)));

    private DegradedCodes() {}

    private static Damage damage(String kind, java.util.function.IntFunction<UnaryOperator<BufferedImage>> strength) {
        var strengths = new ArrayList<UnaryOperator<BufferedImage>>();
        for (int s = 0; s < 4; s++) {
            strengths.add(strength.apply(s));
        }
        return new Damage(kind, strengths);
    }

    static List<Picture> all() throws WriterException {
        RANDOM.setSeed(20261124);
        var all = new ArrayList<Picture>();
        for (int length = 40; length <= 250; length += 30) {
            String payload = payload(length);
            BufferedImage sound = page(payload);
            for (Damage damage : DAMAGES) {
                for (int s = 0; s < 4; s++) {
                    all.add(new Picture(
                            "%s-%d-%03d".formatted(damage.kind, s + 1, length),
                            damage.kind + " " + (s + 1),
                            damage.strengths.get(s).apply(sound),
                            payload));
                }
            }
        }
        return all;
    }

    private static String payload(int length) {
        var payload = new StringBuilder("GRADPHOTO-SIM:");
        while (payload.length() < length) {
            payload.append(
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/".charAt(RANDOM.nextInt(64)));
        }
        return payload.toString();
    }

    /** A code on a page with some lines of text, as the registry's app shows it. */
    private static BufferedImage page(String payload) throws WriterException {
        var page = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(new Color(245, 246, 248));
        g.fillRect(0, 0, SIDE, SIDE);
        g.setColor(new Color(40, 110, 200));
        g.fillRect(0, 0, SIDE, 60);
        g.setColor(Color.DARK_GRAY);
        for (int y = 85; y < 120; y += 14) {
            g.drawString("student's record, school, level, year of entry, 0123456789", 130, y);
        }
        var code =
                new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, CODE, CODE, Map.of(EncodeHintType.MARGIN, 2));
        g.drawImage(MatrixToImageWriter.toBufferedImage(code), (SIDE - CODE) / 2, 150, null);
        g.dispose();
        return page;
    }

    private static BufferedImage blurred(BufferedImage picture, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        var across = new ConvolveOp(new Kernel(kernel.length, 1, kernel), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, kernel.length, kernel), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(picture, null), null);
    }

    private static BufferedImage noisy(BufferedImage picture, double strength) {
        return each(picture, (x, y, level) -> level + strength * RANDOM.nextGaussian());
    }

    /** Brings black to one level and white to another. */
    private static BufferedImage levels(BufferedImage picture, double black, double white) {
        return each(picture, (x, y, level) -> black + (white - black) * level / 255);
    }

    /** A sharp shadow over the left half, which keeps this share of the light. */
    private static BufferedImage halfShade(BufferedImage picture, double left) {
        int edge = picture.getWidth() / 2;
        return each(picture, (x, y, level) -> level * (x < edge ? left : 1));
    }

    /** A screen's grid of px seen by a sensor's grid that is turned and sized a little otherwise. */
    private static BufferedImage moire(BufferedImage picture, double strength) {
        return each(picture, (x, y, level) -> {
            double screen =
                    Math.sin(2 * Math.PI * (x * 0.437 + y * 0.021)) * Math.sin(2 * Math.PI * (y * 0.441 - x * 0.017));
            double bands = Math.sin(2 * Math.PI * (x * 0.031 + y * 0.047));
            return (level + 40 * (1 - level / 255)) * (1 - strength * 0.5 * (1 + 0.7 * screen + 0.3 * bands));
        });
    }

    /** A lamp in the glass over a part of the code; the radius is a share of the code's side. */
    private static BufferedImage glare(BufferedImage picture, double radius) {
        var lit = copy(picture);
        Graphics2D g = lit.createGraphics();
        float r = (float) (radius * CODE);
        float x = (float) (SIDE / 2.0 + CODE * (RANDOM.nextDouble() - 0.5) * 0.4);
        float y = (float) (150 + CODE / 2.0 + CODE * (RANDOM.nextDouble() - 0.5) * 0.4);
        g.setPaint(new RadialGradientPaint(x, y, r, new float[] {0, 0.55f, 1}, new Color[] {
            Color.WHITE, new Color(255, 255, 255, 230), new Color(255, 255, 255, 0)
        }));
        g.fillRect(0, 0, SIDE, SIDE);
        g.dispose();
        return lit;
    }

    private static BufferedImage turned(BufferedImage picture, double degrees) {
        var turned = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = turned.createGraphics();
        g.setColor(new Color(120, 110, 100));
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(
                picture,
                AffineTransform.getRotateInstance(Math.toRadians(degrees), SIDE / 2.0, 150 + CODE / 2.0),
                null);
        g.dispose();
        return turned;
    }

    /** Seen from the side: the far edge is shorter by this share, and all of it narrower. */
    private static BufferedImage perspective(BufferedImage picture, double share) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        var seen = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        double k = 1 / (1 - share) - 1;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double u = x / (double) w;
                double depth = 1 + k * u; // farther to the right
                double sx = u * depth / (1 + k) * w;
                double sy = (y - h / 2.0) * depth + h / 2.0;
                seen.setRGB(x, y, sample(picture, sx, sy));
            }
        }
        return seen;
    }

    private static int sample(BufferedImage picture, double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        if (x0 < 0 || y0 < 0 || x0 + 1 >= picture.getWidth() || y0 + 1 >= picture.getHeight()) {
            return 0x786e64;
        }
        double fx = x - x0;
        double fy = y - y0;
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = (picture.getRGB(x0, y0) >> shift & 0xff) * (1 - fx)
                    + (picture.getRGB(x0 + 1, y0) >> shift & 0xff) * fx;
            double lower = (picture.getRGB(x0, y0 + 1) >> shift & 0xff) * (1 - fx)
                    + (picture.getRGB(x0 + 1, y0 + 1) >> shift & 0xff) * fx;
            rgb |= (int) Math.round(upper * (1 - fy) + lower * fy) << shift;
        }
        return rgb;
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        int w = (int) (picture.getWidth() * scale);
        int h = (int) (picture.getHeight() * scale);
        var small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(blurred(picture, 0.5 / scale), 0, 0, w, h, null);
        g.dispose();
        return small;
    }

    private static BufferedImage jpeg(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
            out.flush();
            return copy(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private interface Level {
        double at(int x, int y, double level);
    }

    private static BufferedImage each(BufferedImage picture, Level level) {
        var changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int from = picture.getRGB(x, y);
                int to = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    long value = Math.round(level.at(x, y, from >> shift & 0xff));
                    to |= (int) Math.max(0, Math.min(255, value)) << shift;
                }
                changed.setRGB(x, y, to);
            }
        }
        return changed;
    }

    private static BufferedImage copy(BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return copy;
    }

    /** Writes the set into a folder, to be read by {@code gradphoto.jar code DIR}. */
    public static void main(String[] args) throws Exception {
        var folder = Files.createDirectories(Path.of(args[0]));
        for (var picture : all()) {
            ImageIO.write(
                    picture.image, "png", folder.resolve(picture.name + ".png").toFile());
        }
    }
}
