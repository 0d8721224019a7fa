package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.github.gradphoto.notice.Student;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.process.College;
import io.github.gradphoto.process.ProcessIds;
import io.github.gradphoto.roster.AdmissionPhotos;
import io.github.gradphoto.roster.PhotoFile;
import io.github.gradphoto.roster.PhotoFile.Outcome;
import io.github.gradphoto.roster.RosterImport;
import io.github.gradphoto.roster.RosterImports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** N16: admission photos come as a ZIP, find their students, and whatever else is in it does no harm. */
class AdmissionPhotosTest extends OfficeTest {

    private static final String PAGE = "/office/roster/photos";

    @Autowired
    private PhotoStore store;

    @Autowired
    private AdmissionPhotos photos;

    @Autowired
    private RosterImports imports;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate transaction;

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

        long id = send(entries);
        assertThat(imports.byId(id).total()).isEqualTo(9);
        assertThat(imports.byId(id).done())
                .as("read by the process, not by the request")
                .isEqualTo(6);
        run();
        assertThat(photos.files(id))
                .extracting(PhotoFile::place, PhotoFile::outcome)
                .containsExactly(
                        tuple(1, Outcome.STORED),
                        tuple(2, Outcome.STORED),
                        tuple(3, Outcome.TWICE),
                        tuple(4, Outcome.PATH),
                        tuple(5, Outcome.PATH),
                        tuple(6, Outcome.NAME),
                        tuple(7, Outcome.NOBODY),
                        tuple(8, Outcome.NOBODY),
                        tuple(9, Outcome.NO_PICTURE));
        assertThat(photos.files(id)).extracting(PhotoFile::name).noneMatch(name -> name.contains("510699198506200052"));
        figures(id, 2, 0, 0, 7);
        assertThat(jdbc.queryForObject(
                        "select count(*) from admission_photo_file where content_enc is not null or student_id is not null",
                        Long.class))
                .as("what is in is not kept twice")
                .isZero();
        var photo = roster.byId(byNumber.id()).admissionPhotoId();
        assertThat(store.get(photo).orElseThrow().mediaType()).isEqualTo("image/jpeg");
        assertThat(roster.byId(byId.id()).admissionPhotoId()).isNotNull();
        assertThat(roster.byId(other.id()).admissionPhotoId()).isNull();

        long again = send(entries);
        run();
        figures(again, 0, 0, 2, 7);
        assertThat(roster.byId(byNumber.id()).admissionPhotoId()).isEqualTo(photo);

        long replaced = send(Map.of(byNumber.studentNumber() + ".jpg", College.portrait()));
        run();
        figures(replaced, 0, 1, 0, 0);
        assertThat(store.get(photo)).isEmpty();
    }

    @Test
    void aStopInTheMiddleIsGoneOnFromAndNothingIsInTwice() throws Exception {
        var students = Stream.generate(college::enrol).limit(23).toList();
        var entries = new LinkedHashMap<String, byte[]>();
        students.forEach(student -> entries.put(student.studentNumber() + ".jpg", College.smallPicture()));
        long id = send(entries);
        var progress = "/office/roster/imports/" + id;
        assertThat(see(Staff.REGISTRAR, progress).getHeader("Refresh")).isEqualTo("2");
        management.executeJob(jobs().get(0).getId());
        assertThat(withPhoto(students)).isEqualTo(20);

        transaction.executeWithoutResult(killed -> {
            management.executeJob(jobs().get(0).getId());
            killed.setRollbackOnly();
        });
        assertThat(withPhoto(students)).isEqualTo(20);
        assertThat(text(see(Staff.REGISTRAR, progress))).contains("20 / 23");
        assertThat(status(upload(zip(entries), Staff.REGISTRAR)))
                .as("one ZIP after the other")
                .isEqualTo(409);

        run();
        assertThat(withPhoto(students)).isEqualTo(23);
        figures(id, 23, 0, 0, 0);
        assertThat(see(Staff.REGISTRAR, progress).getHeader("Refresh")).isNull();
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        var student = college.enrol();
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(student.studentNumber() + ".jpg", new byte[40 * 1024 * 1024]);
        long id = send(entries);
        run();
        assertThat(photos.files(id)).extracting(PhotoFile::outcome).containsExactly(Outcome.TOO_LARGE);
        assertThat(roster.byId(student.id()).admissionPhotoId()).isNull();

        entries.put("again/" + student.studentNumber() + ".jpg", College.smallPicture());
        long again = send(entries);
        run();
        assertThat(photos.files(again))
                .as("a good one behind it is taken")
                .extracting(PhotoFile::outcome)
                .containsExactly(Outcome.TOO_LARGE, Outcome.STORED);
    }

    @Test
    void whatIsNoZipIsRefusedAndOnlyTheOfficeSendsOne() throws Exception {
        var before = kept();
        assertThat(status(upload("Rar!".getBytes(StandardCharsets.UTF_8), Staff.REGISTRAR)))
                .isEqualTo(422);
        assertThat(status(upload(new byte[0], Staff.REGISTRAR))).isEqualTo(422);
        assertThat(status(upload(zip(Map.of()), Staff.REGISTRAR))).isEqualTo(422);
        var good = zip(Map.of(college.enrol().studentNumber() + ".jpg", College.smallPicture()));
        for (var who : List.of(Staff.REVIEWER, Staff.DESK, Staff.teacher("teacher1"))) {
            assertThat(status(upload(good, who))).isEqualTo(403);
            assertThat(see(who, "/office/roster/imports/1/photos.csv").getStatus())
                    .isEqualTo(403);
        }
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void theResultOfEachFileIsShownAndDownloaded() throws Exception {
        var student = college.enrol();
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("张三.jpg", College.smallPicture());
        entries.put(student.studentNumber() + ".jpg", College.smallPicture());
        entries.put("=1.jpg", College.smallPicture());
        long id = send(entries);
        run();
        assertThat(text(see(Staff.REGISTRAR, "/office/roster/imports/" + id)))
                .contains("导入录取照片", "全部导入完毕", "张三.jpg", "文件名不是学号、考生号或证件号")
                .doesNotContain("??");
        assertThat(text(see(Staff.REGISTRAR, "/office/roster"))).contains("导入录取照片");
        assertThat(text(see(Staff.REGISTRAR, "/office/roster/imports/" + id + "/photos.csv")))
                .contains("1,张三.jpg,文件名不是学号", "2," + student.studentNumber() + ".jpg,已存入", "3,'=1.jpg");
        assertThat(see(Staff.REGISTRAR, "/office/roster/imports/999999/photos.csv")
                        .getStatus())
                .isEqualTo(404);
        assertThat(jdbc.queryForList("select name_enc from admission_photo_file where import_id = ?", byte[].class, id))
                .as("names of files may be names of students")
                .noneMatch(name -> new String(name, StandardCharsets.UTF_8).contains("张三"));
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

    private long send(Map<String, byte[]> entries) throws Exception {
        var result = upload(zip(entries), Staff.REGISTRAR);
        assertThat(status(result)).isEqualTo(302);
        return Long.parseLong(result.getResponse().getRedirectedUrl().replaceAll(".*/", ""));
    }

    private MvcResult upload(byte[] file, Staff who) throws Exception {
        return web.perform(multipart(PAGE)
                        .file(new MockMultipartFile("zip", "photos.zip", "application/zip", file))
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn();
    }

    private static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private void figures(long id, int stored, int replaced, int same, int leftOut) {
        var list = imports.byId(id);
        assertThat(list.isFinished()).isTrue();
        assertThat(list)
                .extracting(RosterImport::added, RosterImport::changed, RosterImport::same, RosterImport::leftOut)
                .containsExactly(stored, replaced, same, leftOut);
        assertThat(list.done()).isEqualTo(list.total());
    }

    private long withPhoto(List<Student> students) {
        return students.stream()
                .filter(student -> roster.byId(student.id()).admissionPhotoId() != null)
                .count();
    }

    private Object kept() {
        return jdbc.queryForMap(
                "select (select count(*) from photo_blob) as blobs,"
                        + " (select count(*) from admission_photo_file) as files, (select count(*) from roster_import) as imports");
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.ROSTER_IMPORT)
                .list();
    }

    private void run() {
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }
}
