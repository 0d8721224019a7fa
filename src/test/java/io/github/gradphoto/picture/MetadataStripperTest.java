package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetadataStripperTest {

    private final MetadataStripper stripper = new MetadataStripper();
    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void takesEverythingPersonalOutOfAJpeg() {
        byte[] plain = Uploads.jpeg(Uploads.picture(160, 120));
        byte[] profile = Uploads.icc(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        byte[] upload = Uploads.withSegment(plain, 0xe2, profile);
        upload = Uploads.withSegment(upload, 0xe1, Uploads.exif(6));
        upload = Uploads.withSegment(
                upload, 0xe1, Uploads.text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Secret!</x:xmpmeta>"));
        upload = Uploads.withSegment(upload, 0xed, Uploads.text("Photoshop 3.0\0Secret!"));
        upload = Uploads.withSegment(upload, 0xe2, Uploads.text("MPF\0Secret!"));
        upload = Uploads.withSegment(upload, 0xfe, Uploads.text("Secret!"));
        upload = Uploads.join(upload, Uploads.jpeg(Uploads.picture(120, 120)), Uploads.text("Secret!"));

        byte[] stripped = stripper.strip(upload);

        assertThat(stripped).isEqualTo(Uploads.withSegment(plain, 0xe2, profile));
        assertThat(decoder.decode(stripped).orientation()).isEqualTo(1);
        assertSamePixels(stripped, upload);
    }

    @Test
    void leavesAPlainJpegByteForByte() {
        byte[] plain = Uploads.jpeg(Uploads.grainy(160, 120, 30));
        assertThat(stripper.strip(plain)).isEqualTo(plain);
    }

    @Test
    void keepsEveryScanOfAProgressiveJpeg() throws IOException {
        byte[] progressive = ProgressiveJpeg.encode(Uploads.grainy(160, 120, 30));
        byte[] upload = Uploads.withSegment(progressive, 0xe1, Uploads.exif(1));

        assertThat(stripper.strip(upload)).isEqualTo(progressive);
        assertSamePixels(progressive, upload);
    }

    @Test
    void takesEverythingPersonalOutOfAPng() throws IOException {
        byte[] plain = Uploads.file(Uploads.picture(160, 120), "png");
        byte[] upload = plain;
        for (String type : new String[] {"tEXt", "zTXt", "iTXt", "tIME", "eXIf", "prVt"}) {
            upload = Uploads.withChunk(upload, type, type.equals("eXIf") ? Uploads.tiff(3) : Uploads.text("Secret!"));
        }
        upload = Uploads.join(upload, Uploads.text("Secret!"));

        byte[] stripped = stripper.strip(upload);

        assertThat(stripped).isEqualTo(plain);
        assertSamePixels(stripped, upload);
    }

    @Test
    void keepsTheProfileOfAPng() throws IOException {
        byte[] upload = Uploads.withChunk(
                Uploads.file(Uploads.picture(160, 120), "png"),
                "iCCP",
                Uploads.join(
                        Uploads.text("linear\0\0"),
                        Uploads.deflated(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)
                                .getData())));
        assertThat(stripper.strip(upload)).isEqualTo(upload);
    }

    @Test
    void takesEverythingPersonalOutOfAWebp() {
        byte[] upload =
                Uploads.webpWith(Uploads.webp(160, 120, 0, 255), 160, 120, Uploads.tiff(3), Uploads.text("Secret!!!"));

        byte[] stripped = stripper.strip(upload);

        assertThat(new String(stripped, ISO_8859_1)).doesNotContain("Secret!", "EXIF", "XMP ");
        assertThat(stripped[20]).as("flags").isZero();
        assertThat(stripped[4] & 0xff | (stripped[5] & 0xff) << 8)
                .as("length in the header")
                .isEqualTo(stripped.length - 8);
        assertSamePixels(stripped, upload);
    }

    @Test
    void refusesWhatItCannotFollow() {
        byte[] plain = Uploads.jpeg(Uploads.picture(160, 120));
        assertThatThrownBy(() -> stripper.strip(Arrays.copyOf(plain, plain.length - 2)))
                .isInstanceOfSatisfying(
                        PictureRefusedException.class,
                        e -> assertThat(e.fault()).isEqualTo(PictureFault.CORRUPT));
        assertThatThrownBy(() -> stripper.strip(Uploads.text("plain text")))
                .isInstanceOfSatisfying(
                        PictureRefusedException.class,
                        e -> assertThat(e.fault()).isEqualTo(PictureFault.UNSUPPORTED_TYPE));
    }

    private void assertSamePixels(byte[] stripped, byte[] upload) {
        int orientation = decoder.decode(upload).orientation();
        assertThat(PictureDecoderTest.bytes(
                        decoder.decode(stripped, orientation).image()))
                .isEqualTo(PictureDecoderTest.bytes(decoder.decode(upload).image()));
    }
}
