package io.github.gradphoto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SimulatedCodeTest {

    private final SimulatedCode code = new SimulatedCode();

    @Test
    void holdsThePayload() throws Exception {
        BufferedImage picture = code.picture(SimulatedCode.PREFIX + "0a1b2c3d4e5f", "张*明 · 2020****01");

        assertThat(picture.getWidth()).isEqualTo(600);
        assertThat(picture.getHeight()).isEqualTo(760);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(SimulatedCode.PREFIX + "0a1b2c3d4e5f");
    }

    @Test
    void keepsALongLabelWithinThePicture() {
        BufferedImage picture = code.picture("x", "阿依古丽·买买提艾力·吐尔逊江·阿卜杜热合曼·吐尔逊江");
        for (int y = 110; y < 170; y++) {
            assertThat(picture.getRGB(8, y)).isEqualTo(0xffffffff);
            assertThat(picture.getRGB(591, y)).isEqualTo(0xffffffff);
        }
    }
}
