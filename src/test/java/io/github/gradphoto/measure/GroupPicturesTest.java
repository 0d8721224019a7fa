package io.github.gradphoto.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.picture.PictureDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** N13: people are counted on real pictures, those that come with the face finder of the pages; a drawing is not a face. */
class GroupPicturesTest {

    private static final Path PICTURES = Path.of("src/main/npm/node_modules/@vladmandic/face-api/demo");

    @ParameterizedTest
    @CsvSource({"1,3", "2,3", "3,3", "4,4", "5,5", "6,4"})
    void countsThem(int number, int people) throws IOException {
        var file = Files.readAllBytes(PICTURES.resolve("sample" + number + ".jpg"));
        var photo = DrawnPhotos.METER.measure(new PictureDecoder().decode(file), file, null, List.of());
        assertThat(DrawnPhotos.number(photo, Measure.FACES)).isEqualTo(people);
    }
}
