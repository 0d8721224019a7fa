package io.github.gradphoto.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.picture.DecodedPicture;
import io.github.gradphoto.picture.PhotoDigest;
import io.github.gradphoto.picture.PhotoJpeg;
import io.github.gradphoto.picture.Uploads;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StandardPhotoMakerTest {

    private final StandardPhotoMaker maker = new StandardPhotoMaker();

    @Test
    void makesTheSizeTheDensityAndTheDepth() throws IOException {
        byte[] jpeg = make(Uploads.picture(900, 1200)).jpeg();
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(jpeg));

        assertThat(photo.getWidth()).isEqualTo(480);
        assertThat(photo.getHeight()).isEqualTo(640);
        assertThat(photo.getColorModel().getPixelSize()).isEqualTo(24);
        assertThat(new String(jpeg, 6, 4)).isEqualTo("JFIF");
        assertThat(jpeg[13]).as("unit: per inch").isEqualTo((byte) 1);
        assertThat(ByteBuffer.wrap(jpeg).getShort(14)).isEqualTo((short) 300);
        assertThat(ByteBuffer.wrap(jpeg).getShort(16)).isEqualTo((short) 300);
    }

    @Test
    void takesTheHighestQualityThatFits() {
        BufferedImage grainy = Uploads.grainy(480, 640, 4);

        StandardPhoto photo = make(grainy);

        assertThat(photo.quality()).isBetween(60, 94);
        assertThat(photo.jpeg().length).isLessThanOrEqualTo(40 * 1024);
        for (int higher = photo.quality() + 1; higher <= 95; higher++) {
            assertThat(PhotoJpeg.encode(grainy, higher).length).isGreaterThan(40 * 1024);
        }
    }

    @Test
    void staysAtTheEndsOfTheRange() {
        assertThat(make(Uploads.plain(480, 640, 0x808080)).quality()).isEqualTo(95);

        StandardPhoto tooLarge = make(Uploads.grainy(480, 640, 60));
        assertThat(tooLarge.quality()).isEqualTo(60);
        assertThat(tooLarge.jpeg().length).isGreaterThan(40 * 1024);
    }

    @Test
    void doesNothingToAPictureOfTheRightSize() {
        BufferedImage picture = Uploads.picture(480, 640);
        assertThat(make(picture).jpeg())
                .isEqualTo(PhotoJpeg.encode(picture, make(picture).quality()));
    }

    @Test
    void cropsWhereTheFrameIs() throws IOException {
        BufferedImage picture = Uploads.plain(1000, 1000, 0xff0000);
        for (int y = 200; y < 600; y++) {
            for (int x = 500; x < 800; x++) {
                picture.setRGB(x, y, 0x0000ff);
            }
        }
        StandardPhoto photo = maker.make(decoded(picture, 2000, 2000), new CropFrame(0.5, 0.2, 0.3));

        assertThat(photo.cropWidth()).as("px of the file, twice those decoded").isEqualTo(600);
        assertThat(photo.cropHeight()).isEqualTo(800);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        for (int[] corner : new int[][] {{0, 0}, {479, 0}, {0, 639}, {479, 639}, {240, 320}}) {
            assertThat(new Color(image.getRGB(corner[0], corner[1])).getBlue()).isGreaterThan(245);
        }
    }

    @Test
    void reducesWithoutMoire() throws IOException {
        BufferedImage stripes = new BufferedImage(1920, 2560, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 2560; y++) {
            for (int x = 0; x < 1920; x += 2) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(make(stripes).jpeg()));
        for (int x = 5; x < 475; x++) {
            assertThat(new Color(image.getRGB(x, 300)).getRed()).isBetween(122, 133);
        }
    }

    @Test
    void namesAFileByItsDigest() {
        assertThat(PhotoDigest.sha256(Uploads.text("abc"))) // FIPS 180-2, appendix B.1
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private StandardPhoto make(BufferedImage picture) {
        return maker.make(
                decoded(picture, picture.getWidth(), picture.getHeight()),
                CropFrame.centred(picture.getWidth(), picture.getHeight()));
    }

    private static DecodedPicture decoded(BufferedImage image, int w, int h) {
        return new DecodedPicture(image, "image/jpeg", 1, w, h);
    }
}
