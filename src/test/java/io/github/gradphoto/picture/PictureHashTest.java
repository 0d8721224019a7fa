package io.github.gradphoto.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.demo.Background;
import io.github.gradphoto.demo.Portrait;
import io.github.gradphoto.demo.PortraitPainter;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PictureHashTest {

    private static final PictureDecoder DECODER = new PictureDecoder();
    private static BufferedImage picture;
    private static PictureHash hash;

    @BeforeAll
    static void paint() {
        picture = new PortraitPainter().paint(new Portrait(3, 40, true, Background.WHITE, Set.of()));
        hash = hash(picture, 92);
    }

    private static PictureHash hash(BufferedImage picture, int quality) {
        var decoded = DECODER.decode(PhotoJpeg.encode(picture, quality)).image();
        return PictureHash.of(decoded, new Rectangle(decoded.getWidth(), decoded.getHeight()));
    }

    @Test
    void staysNearlyTheSameWhenThePictureIsSavedAgain() {
        assertNearly(hash(picture, 40));
        assertNearly(hash(new RescaleOp(0.93f, 0, null).filter(picture, null), 80));
        var decoded = DECODER.decode(PhotoJpeg.encode(picture, 92)).image();
        assertNearly(hash(Resampler.resample(decoded, new Rectangle(960, 1280), 480, 640), 80));
    }

    private static void assertNearly(PictureHash other) {
        assertThat(hash.coarseDistance(other)).isLessThanOrEqualTo(4);
        assertThat(hash.fineDistance(other)).isLessThanOrEqualTo(12);
    }

    @Test
    void isFarFromThatOfAnotherPerson() {
        var other = hash(new PortraitPainter().paint(new Portrait(8, 25, false, Background.WHITE, Set.of())), 92);
        assertThat(hash.fineDistance(other)).isGreaterThan(30);
    }

    @Test
    void survivesTheDatabase() {
        assertThat(PictureHash.fromText(hash.toText())).isEqualTo(hash);
        var extreme = new PictureHash(-1, new long[] {0, -1, Long.MIN_VALUE, 1});
        assertThat(PictureHash.fromText(extreme.toText())).isEqualTo(extreme);
    }
}
