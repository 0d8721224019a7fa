package io.github.gradphoto.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropFrameTest {

    @ParameterizedTest
    @CsvSource({"480,640", "3000,4000", "4000,3000", "1000,1000", "333,777", "777,333", "100,4000"})
    void centresTheLargestFrame(int w, int h) {
        CropFrame frame = CropFrame.centred(w, h);
        Rectangle crop = frame.on(w, h);

        assertThat(frame.isInside(w, h)).isTrue();
        assertThat(crop.width == w || crop.height == h).as("touches two edges").isTrue();
        assertThat(crop.getCenterX()).isCloseTo(w / 2.0, within(1.0));
        assertThat(crop.getCenterY()).isCloseTo(h / 2.0, within(1.0));
        assertThat(crop.width / 0.75).isCloseTo(crop.height, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"-0.5,-0.5,0.6", "0.9,0.9,0.6", "0,0,1", "5,-7,0.01"})
    void movesAFrameInside(double x, double y, double width) {
        Rectangle crop = new CropFrame(x, y, width).on(1600, 1200);

        assertThat(new Rectangle(1600, 1200).contains(crop)).isTrue();
        assertThat(crop.width / 0.75).isCloseTo(crop.height, within(1.0));
    }

    @Test
    void isExactWhereItFits() {
        CropFrame frame = new CropFrame(0.25, 0.1, 0.3);
        assertThat(frame.isInside(1000, 2000)).isTrue();
        assertThat(frame.on(1000, 2000)).isEqualTo(new Rectangle(250, 200, 300, 400));
    }

    @ParameterizedTest
    @CsvSource({"-0.01,0,0.5", "0,-0.01,0.5", "0.6,0,0.5", "0,0.6,0.5", "0,0,1"})
    void knowsWhatHangsOut(double x, double y, double width) {
        assertThat(new CropFrame(x, y, width).isInside(1000, 1000)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NaN,0,0.5", "0,Infinity,0.5", "0,0,NaN", "0,0,0", "0,0,-1", "0,0,1.0001"})
    void refusesWhatIsNoFrame(double x, double y, double width) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CropFrame(x, y, width));
    }
}
