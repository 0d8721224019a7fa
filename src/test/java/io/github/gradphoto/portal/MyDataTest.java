package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import io.github.gradphoto.retention.Retention;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The student's copy of own data (PIPL art. 45), and what is left of the pages when it was deleted. */
class MyDataTest extends PageTest {

    @Autowired
    private Retention retention;

    @Test
    void thePageShowsWhatIsStoredInBothLanguages() throws Exception {
        var student = studentOf(cases.inReview(CollectionType.INDIVIDUAL));
        for (var language : new String[] {"zh", "en"}) {
            var page = page("/my/data?lang=" + language, student);
            assertThat(page)
                    .contains(student.name(), student.studentNumber(), College.ADDRESS.street(), student.email())
                    .doesNotContain("??", student.idNumber());
        }
    }

    @Test
    void theCopyHoldsEverythingAndThePicturesAndIsAudited() throws Exception {
        var driven = cases.inReview(CollectionType.INDIVIDUAL);
        var student = studentOf(driven);
        var other = studentOf(cases.inReview(CollectionType.INDIVIDUAL));
        var files = zip(student);
        assertThat(files.keySet()).contains("data.html", "data.json");
        var html = new String(files.get("data.html"), StandardCharsets.UTF_8);
        assertThat(html).contains(student.name(), student.idNumber()).doesNotContain("??", "/my/");
        var json = new String(files.get("data.json"), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(student.idNumber(), College.ADDRESS.street(), driven.number(), "COURIER")
                .doesNotContain(other.name() + "\"", "_enc", "_index", College.BURSAR);
        assertThat(files.keySet().stream().filter(name -> name.startsWith("pictures/")))
                .hasSize(2)
                .noneMatch(name -> name.contains(student.studentNumber()));
        assertThat(files.entrySet().stream()
                        .filter(file -> file.getKey().endsWith("standard.jpg"))
                        .findFirst()
                        .orElseThrow()
                        .getValue())
                .startsWith(0xFF, 0xD8);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where action = 'own-data-copied' and actor = ?",
                        Long.class,
                        student.studentNumber()))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from photo_view where purpose = 'copy' and viewer = ?",
                        Long.class,
                        student.studentNumber()))
                .isEqualTo(2);
        web.perform(get("/my/data.zip")).andExpect(status().is3xxRedirection());
    }

    @Test
    void afterTheDeletionMyPageStillOpens() throws Exception {
        var driven = cases.paid(CollectionType.INDIVIDUAL);
        driven.uploadPhoto(College.portrait());
        var student = studentOf(driven);
        cases.withCode(CollectionType.CENTRAL);
        var withdrawn = cases.withCode(CollectionType.INDIVIDUAL).withdraw();
        MovableClock.moveBy(Duration.ofDays(31));
        while (!retention.deleteNext()) {}
        assertThat(page("/my", studentOf(withdrawn))).contains(withdrawn.number());
        assertThat(page("/my/data", studentOf(withdrawn))).contains(withdrawn.number());
        assertThat(page("/my", student)).contains(driven.number());
    }

    private Map<String, byte[]> zip(Student student) throws Exception {
        var bytes = web.perform(open("/my/data.zip", student))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store, private"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return unpacked(bytes);
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
