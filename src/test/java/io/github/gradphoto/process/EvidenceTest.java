package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.picture.Uploads;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Evidence is kept encrypted, belongs to one case, and whoever sees it is on record. */
class EvidenceTest extends EngineTest {

    @Autowired
    EvidenceFile file;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void keepsAnUprightCopyThatOnlyItsCaseHas() {
        long mine = applications
                .byNumber(cases.withCode(CollectionType.INDIVIDUAL).number())
                .id();
        long another = applications
                .byNumber(cases.withCode(CollectionType.INDIVIDUAL).number())
                .id();
        var prepared = file.prepare(Uploads.jpeg(Uploads.picture(3000, 1500)));
        var kept = file.add(mine, EvidencePurpose.DISPUTE, "NAME", prepared, "student");

        assertThat(file.of(mine, EvidencePurpose.DISPUTE))
                .extracting(one -> one.item())
                .containsExactly("NAME");
        assertThat(file.of(mine, EvidencePurpose.TRANSFER)).isEmpty();
        refused("noPhoto", () -> file.find(another, kept.id()));

        var seen = file.show(file.find(mine, kept.id()), "registrar-1", "RESOLVE_DISPUTE");
        var picture = new PictureDecoder().decode(seen).image();
        assertThat(picture.getWidth()).isEqualTo(2400);
        assertThat(picture.getHeight()).isEqualTo(1200);
        assertThat(jdbc.sql("select count(*) from photo_view where viewer = 'registrar-1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesPicturesOnlyAndNotTooMany() {
        long mine = applications
                .byNumber(cases.withCode(CollectionType.INDIVIDUAL).number())
                .id();
        assertThatThrownBy(() -> file.prepare("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PictureRefusedException.class);

        var prepared = file.prepare(Uploads.jpeg(Uploads.picture(300, 200)));
        for (int i = 0; i < EvidenceFile.MOST; i++) {
            file.add(mine, EvidencePurpose.TRANSFER, null, prepared, "student");
        }
        refused("evidenceFull", () -> file.add(mine, EvidencePurpose.TRANSFER, null, prepared, "student"));
    }
}
