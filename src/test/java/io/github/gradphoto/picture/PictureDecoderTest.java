package io.github.gradphoto.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void readsJpeg() {
        DecodedPicture decoded = decoder.decode(Uploads.jpeg(Uploads.picture(300, 400)));

        assertThat(decoded.mediaType()).isEqualTo("image/jpeg");
        assertThat(decoded.orientation()).isEqualTo(1);
        assertThat(decoded.storedWidth()).isEqualTo(300);
        assertThat(decoded.storedHeight()).isEqualTo(400);
        assertClose(decoded.image(), Uploads.picture(300, 400), 6);
    }

    @Test
    void readsPngExactly() throws IOException {
        DecodedPicture decoded = decoder.decode(Uploads.file(Uploads.picture(300, 400), "png"));

        assertThat(decoded.mediaType()).isEqualTo("image/png");
        assertThat(decoded.image().getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertClose(decoded.image(), Uploads.picture(300, 400), 0);
    }

    @Test
    void readsWebp() {
        DecodedPicture decoded = decoder.decode(Uploads.webp(320, 200, 40, 200));

        assertThat(decoded.mediaType()).isEqualTo("image/webp");
        assertThat(new Color(decoded.image().getRGB(0, 0))).isEqualTo(new Color(10, 40, 20));
        assertThat(new Color(decoded.image().getRGB(32, 0))).isEqualTo(new Color(10, 200, 20));
        assertThat(new Color(decoded.image().getRGB(319, 199))).isEqualTo(new Color(10, 200, 20));
    }

    @Test
    void laysTransparencyOnWhite() throws IOException {
        var transparent = new BufferedImage(120, 120, BufferedImage.TYPE_INT_ARGB);
        transparent.setRGB(0, 0, 0xff_10_20_30);
        transparent.setRGB(1, 0, 0x80_00_00_00);

        BufferedImage decoded = decoder.decode(Uploads.file(transparent, "png")).image();

        assertThat(decoded.getRGB(0, 0)).isEqualTo(0xff_10_20_30);
        assertThat(new Color(decoded.getRGB(1, 0)).getRed()).isBetween(126, 128);
        assertThat(new Color(decoded.getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void keepsTheLevelsOfGrey(String format) throws IOException {
        var grey = new BufferedImage(120, 120, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 100);

        BufferedImage decoded = decoder.decode(Uploads.file(grey, format)).image();

        assertThat(new Color(decoded.getRGB(60, 60))).isEqualTo(new Color(100, 100, 100));
    }

    @ParameterizedTest
    @CsvSource({ // where the stored row 0 and column 0 are seen (Exif 2.32, table 6)
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void turnsUpright(int orientation, String row, String column) {
        byte[] plain = Uploads.jpeg(Uploads.picture(160, 120));
        BufferedImage stored = decoder.decode(plain).image();

        DecodedPicture turned = decoder.decode(Uploads.withSegment(plain, 0xe1, Uploads.exif(orientation)));

        assertThat(turned.orientation()).isEqualTo(orientation);
        assertThat(turned.storedWidth()).isEqualTo(160);
        assertThat(turned.image().getWidth()).isEqualTo(orientation < 5 ? 160 : 120);
        for (int r = 0; r < 120; r++) {
            for (int c = 0; c < 160; c++) {
                int x = seen(r, 120, row, c, 160, column, "left", "right");
                int y = seen(r, 120, row, c, 160, column, "top", "bottom");
                assertThat(turned.image().getRGB(x, y)).isEqualTo(stored.getRGB(c, r));
            }
        }
        assertThat(bytes(decoder.decode(plain, orientation).image())).isEqualTo(bytes(turned.image()));
    }

    private static int seen(int r, int rows, String row, int c, int columns, String column, String near, String far) {
        if (row.equals(near) || row.equals(far)) {
            return row.equals(near) ? r : rows - 1 - r;
        }
        return column.equals(near) ? c : columns - 1 - c;
    }

    @Test
    void readsTheOrientationOfPngAndWebp() throws IOException {
        byte[] png = Uploads.withChunk(Uploads.file(Uploads.picture(160, 120), "png"), "eXIf", Uploads.tiff(6));
        byte[] webp = Uploads.webpWith(Uploads.webp(160, 120, 0, 255), 160, 120, Uploads.tiff(8), new byte[0]);

        assertThat(decoder.decode(png).orientation()).isEqualTo(6);
        assertThat(decoder.decode(png).image().getWidth()).isEqualTo(120);
        assertThat(decoder.decode(webp).orientation()).isEqualTo(8);
    }

    @Test
    void reducesLargePicturesAndRemembersTheirSize() {
        DecodedPicture decoded = decoder.decode(Uploads.jpeg(Uploads.picture(4200, 3150)));

        assertThat(decoded.image().getWidth()).isEqualTo(4000);
        assertThat(decoded.image().getHeight()).isEqualTo(3000);
        assertThat(decoded.storedWidth()).isEqualTo(4200);
        assertThat(decoded.reduction()).isEqualTo(1.05);
    }

    @Test
    void leavesPxOutOfVeryLargePictures() {
        DecodedPicture decoded = decoder.decode(Uploads.jpeg(Uploads.picture(6000, 5000)));

        assertThat(decoded.image().getWidth()).isEqualTo(3000);
        assertThat(decoded.image().getHeight()).isEqualTo(2500);
        assertThat(decoded.reduction()).isEqualTo(2);
    }

    @Test
    void namesTheFault() throws IOException {
        assertRefused(PictureFault.EMPTY, null);
        assertRefused(PictureFault.EMPTY, new byte[0]);
        for (String other : new String[] {"gif", "bmp", "tiff"}) {
            assertRefused(PictureFault.UNSUPPORTED_TYPE, Uploads.file(Uploads.picture(120, 120), other));
        }
        assertRefused(PictureFault.UNSUPPORTED_TYPE, Uploads.text("%PDF-1.7\n"));
        assertRefused(PictureFault.UNSUPPORTED_TYPE, Uploads.text("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertRefused(PictureFault.UNSUPPORTED_TYPE, Uploads.text("\0\0\0\u0018ftypmp42\0\0\0\0"));
        assertRefused(PictureFault.HEIC, Uploads.text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
        assertRefused(PictureFault.HEIC, Uploads.text("\0\0\0\u001cftypavif\0\0\0\0"));
        assertRefused(PictureFault.TOO_SMALL, Uploads.jpeg(Uploads.picture(400, 99)));
        assertRefused(
                PictureFault.TOO_LARGE,
                Arrays.copyOf(Uploads.jpeg(Uploads.picture(120, 120)), PictureDecoder.MAX_BYTES + 1));
    }

    @Test
    void refusesABombByItsHeaderAlone() throws IOException {
        byte[] png = Uploads.file(Uploads.picture(120, 120), "png");
        ByteBuffer.wrap(png).putInt(16, 60000).putInt(20, 60000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        assertRefused(PictureFault.TOO_MANY_PIXELS, png);

        byte[] jpeg = Uploads.jpeg(Uploads.picture(120, 120));
        int frame = indexOf(jpeg, 0xff, 0xc0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60000).putShort(frame + 7, (short) 60000);
        assertRefused(PictureFault.TOO_MANY_PIXELS, jpeg);
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        for (byte[] whole : new byte[][] {
            Uploads.jpeg(Uploads.picture(160, 120)),
            Uploads.file(Uploads.picture(160, 120), "png"),
            Uploads.webp(160, 120, 0, 255)
        }) {
            for (int length = 12; length < whole.length; length += Math.max(1, whole.length / 97)) {
                assertRefused(PictureFault.CORRUPT, Arrays.copyOf(whole, length));
            }
            assertRefused(PictureFault.CORRUPT, Arrays.copyOf(whole, whole.length - 2));
        }
    }

    @Test
    void refusesAPictureWithAHole() throws IOException {
        byte[] jpeg = Uploads.jpeg(Uploads.grainy(400, 400, 20));
        byte[] half = Uploads.join(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertRefused(PictureFault.CORRUPT, half);

        byte[] png = Uploads.file(Uploads.grainy(200, 200, 20), "png");
        png[png.length / 2] ^= 0x55;
        assertRefused(PictureFault.CORRUPT, png);
    }

    @Test
    void readsThePictureOfAPolyglotAndNothingElse() {
        byte[] jpeg = Uploads.jpeg(Uploads.picture(160, 120));
        byte[] polyglot = Uploads.join(
                Uploads.withSegment(jpeg, 0xfe, Uploads.text("<script>alert(1)</script>")),
                Uploads.text("PK\u0003\u0004zip"));

        assertThat(bytes(decoder.decode(polyglot).image()))
                .isEqualTo(bytes(decoder.decode(jpeg).image()));
        assertRefused(PictureFault.UNSUPPORTED_TYPE, Uploads.join(Uploads.text("GIF89a"), jpeg));
    }

    @Test
    void givesUpOnADecodeThatTakesTooLong() {
        byte[] large = Uploads.jpeg(Uploads.picture(3000, 3000));
        assertThatThrownBy(() -> new PictureDecoder(new PictureLine(1, 0, Duration.ofMinutes(1)), Duration.ofNanos(1))
                        .decode(large))
                .isInstanceOfSatisfying(
                        PictureRefusedException.class,
                        e -> assertThat(e.fault()).isEqualTo(PictureFault.CORRUPT));
    }

    private void assertRefused(PictureFault fault, byte[] upload) {
        assertThatThrownBy(() -> decoder.decode(upload))
                .isInstanceOfSatisfying(
                        PictureRefusedException.class,
                        e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static void assertClose(BufferedImage actual, BufferedImage wanted, int meanDifference) {
        byte[] a = bytes(actual);
        byte[] b = bytes(wanted);
        assertThat(a).hasSameSizeAs(b);
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        assertThat(sum / (double) a.length).isLessThanOrEqualTo(meanDifference);
    }

    static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int i = 0; ; i++) {
            if ((bytes[i] & 0xff) == first && (bytes[i + 1] & 0xff) == second) {
                return i;
            }
        }
    }
}
