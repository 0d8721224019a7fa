package io.github.gradphoto.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Colours are measured in sRGB, whatever a phone wrote. */
class ColourTest {

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void convertsDisplayP3InJpeg() throws IOException {
        assertConverted(
                Uploads.withSegment(Uploads.jpeg(Uploads.plain(160, 160, 0xc86464)), 0xe2, Uploads.icc(displayP3())));
    }

    @Test
    void convertsDisplayP3InPng() throws IOException {
        byte[] body = Uploads.join(Uploads.text("P3\0\0"), Uploads.deflated(displayP3()));
        assertConverted(Uploads.withChunk(Uploads.file(Uploads.plain(160, 160, 0xc86464), "png"), "iCCP", body));
    }

    /** (200,100,100) of Display P3 is (214,94,97) of sRGB by the two standards' matrices. */
    private void assertConverted(byte[] upload) {
        Color colour = new Color(decoder.decode(upload).image().getRGB(80, 80));
        assertThat(colour.getRed()).isBetween(210, 218);
        assertThat(colour.getGreen()).isBetween(90, 98);
        assertThat(colour.getBlue()).isBetween(93, 101);
    }

    @Test
    void readsAPictureWithABrokenProfileAsItIs() throws IOException {
        byte[] jpeg = Uploads.withSegment(
                Uploads.jpeg(Uploads.plain(160, 160, 0xc86464)), 0xe2, Uploads.icc(Uploads.text("no profile at all")));
        byte[] png = Uploads.withChunk(
                Uploads.file(Uploads.plain(160, 160, 0xc86464), "png"), "iCCP", Uploads.text("x\0\0not deflated"));

        assertThat(new Color(decoder.decode(jpeg).image().getRGB(80, 80)).getRed())
                .isBetween(198, 202);
        assertThat(decoder.decode(png).image().getRGB(80, 80)).isEqualTo(0xffc86464);
    }

    /** The JDK's sRGB profile with the colourants of Display P3 (D50). */
    static byte[] displayP3() {
        ICC_Profile profile = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        profile.setData(ICC_Profile.icSigRedColorantTag, xyz(0.51512, 0.24120, -0.00105));
        profile.setData(ICC_Profile.icSigGreenColorantTag, xyz(0.29198, 0.69225, 0.04189));
        profile.setData(ICC_Profile.icSigBlueColorantTag, xyz(0.15710, 0.06657, 0.78407));
        return profile.getData();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(Uploads.text("XYZ "))
                .putInt(0)
                .putInt((int) Math.round(x * 65536))
                .putInt((int) Math.round(y * 65536))
                .putInt((int) Math.round(z * 65536))
                .array();
    }
}
