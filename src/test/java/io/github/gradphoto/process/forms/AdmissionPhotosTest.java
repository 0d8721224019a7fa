package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.process.College;
import io.github.gradphoto.roster.PhotoArchiveReport;
import io.github.gradphoto.roster.PhotoArchiveReport.Fault;
import io.github.gradphoto.roster.PhotoArchiveReport.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** N16: admission photos come as a ZIP, find their students, and whatever else is in it does no harm. */
class AdmissionPhotosTest extends OfficeTest {

    private static final String PAGE = "/office/roster/photos";

    @Autowired
    private PhotoStore store;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void photosFindTheirStudentsAndWhatIsWrongIsToldByItsPlace() throws Exception {
        var byNumber = college.enrol();
        var byId = college.enrol();
        var other = college.enrol();
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("会计1班/", null);
        entries.put("会计1班/" + byNumber.studentNumber() + ".JPG", College.smallPicture());
        entries.put(byId.idNumber().toLowerCase(Locale.ROOT) + ".jpg", College.smallPicture());
        entries.put("again/" + byNumber.studentNumber() + ".jpg", College.smallPicture());
        entries.put("../../" + other.studentNumber() + ".jpg", College.smallPicture());
        entries.put("/etc/" + other.studentNumber() + ".png", College.smallPicture());
        entries.put("张三.jpg", College.smallPicture());
        entries.put("99999999.jpg", College.smallPicture());
        entries.put("510699198506200052.jpg", College.smallPicture());
        entries.put(other.studentNumber() + ".exe", "MZ no picture".getBytes(StandardCharsets.UTF_8));
        entries.put("__MACOSX/._x.jpg", new byte[1]);
        entries.put("Thumbs.db", new byte[1]);

        var report = report(send(zip(entries), Staff.REGISTRAR));
        assertThat(report.entries()).isEqualTo(9);
        assertThat(report.matched()).isEqualTo(2);
        assertThat(report.faults())
                .extracting(Fault::place, Fault::reason)
                .containsExactly(
                        tuple(3, Reason.TWICE),
                        tuple(4, Reason.PATH),
                        tuple(5, Reason.PATH),
                        tuple(6, Reason.NAME),
                        tuple(7, Reason.NOBODY),
                        tuple(8, Reason.NOBODY),
                        tuple(9, Reason.NO_PICTURE));
        assertThat(report.faults()).extracting(Fault::name).noneMatch(name -> name.contains("510699198506200052"));
        var photo = roster.byId(byNumber.id()).admissionPhotoId();
        assertThat(store.get(photo).orElseThrow().mediaType()).isEqualTo("image/jpeg");
        assertThat(roster.byId(byId.id()).admissionPhotoId()).isNotNull();
        assertThat(roster.byId(other.id()).admissionPhotoId()).isNull();

        var again = report(send(zip(entries), Staff.REGISTRAR));
        assertThat(again.stored()).isZero();
        assertThat(again.same()).isEqualTo(2);
        assertThat(roster.byId(byNumber.id()).admissionPhotoId()).isEqualTo(photo);

        var replaced =
                report(send(zip(Map.of(byNumber.studentNumber() + ".jpg", College.portrait())), Staff.REGISTRAR));
        assertThat(replaced.stored()).isEqualTo(1);
        assertThat(store.get(photo)).isEmpty();
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        var student = college.enrol();
        var report = report(
                send(zip(Map.of(student.studentNumber() + ".jpg", new byte[40 * 1024 * 1024])), Staff.REGISTRAR));
        assertThat(report.faults()).extracting(Fault::reason).containsExactly(Reason.TOO_LARGE);
        assertThat(roster.byId(student.id()).admissionPhotoId()).isNull();
    }

    @Test
    void whatIsNoZipIsRefusedAndOnlyTheOfficeSendsOne() throws Exception {
        long before = jdbc.queryForObject("select count(*) from photo_blob", Long.class);
        assertThat(status(send("Rar!".getBytes(StandardCharsets.UTF_8), Staff.REGISTRAR)))
                .isEqualTo(422);
        assertThat(status(send(new byte[0], Staff.REGISTRAR))).isEqualTo(422);
        assertThat(status(send(zip(Map.of()), Staff.REGISTRAR))).isEqualTo(422);
        var good = zip(Map.of(college.enrol().studentNumber() + ".jpg", College.smallPicture()));
        for (var who : List.of(Staff.REVIEWER, Staff.DESK, Staff.teacher("teacher1"))) {
            assertThat(status(send(good, who))).isEqualTo(403);
        }
        assertThat(jdbc.queryForObject("select count(*) from photo_blob", Long.class))
                .isEqualTo(before);
    }

    @Test
    void theReportIsAPage() throws Exception {
        var sent = send(zip(Map.of("张三.jpg", College.smallPicture())), Staff.REGISTRAR);
        var page = web.perform(get(PAGE).with(Staff.REGISTRAR.signedIn()).flashAttrs(sent.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("张三.jpg", "文件名不是学号、考生号或证件号").doesNotContain("??");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                if (entry.getValue() != null) {
                    zip.write(entry.getValue());
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private MvcResult send(byte[] file, Staff who) throws Exception {
        return web.perform(multipart(PAGE)
                        .file(new MockMultipartFile("zip", "photos.zip", "application/zip", file))
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn();
    }

    private static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    private static PhotoArchiveReport report(MvcResult result) {
        assertThat(status(result)).isEqualTo(302);
        return (PhotoArchiveReport) result.getFlashMap().get("report");
    }
}
