package io.github.gradphoto.resilience;

import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static io.github.gradphoto.resilience.KilledNode.Moment.AFTER;
import static io.github.gradphoto.resilience.KilledNode.Moment.BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.TestMailServer;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.process.College;
import io.github.gradphoto.resilience.KilledNode.Deed;
import io.github.gradphoto.review.BatchApproval;
import io.github.gradphoto.review.BatchApproval.Kind;
import io.github.gradphoto.review.Reviews;
import io.github.gradphoto.roster.AdmissionPhotos;
import io.github.gradphoto.roster.RosterImports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * A node is killed (SIGKILL) in the middle of the work that is done for many, on PostgreSQL: a roster, a ZIP of admission
 * photos, invitations, approvals. What it had committed is kept, the rest is done afterwards, nothing is done twice.
 */
@GradPhotoTest
@Import(College.class)
@ContextConfiguration(initializers = {TestMailServer.class, PostgresDatabase.class})
class BatchKillTest {

    /** In chunks of 200. */
    private static final int ROWS = 450;

    private static final int FEW = 5;

    @TempDir
    private Path files;

    @Autowired
    private College.Cases cases;

    @Autowired
    private RosterImports imports;

    @Autowired
    private AdmissionPhotos admissionPhotos;

    @Autowired
    private Roster roster;

    @Autowired
    private BatchApproval approval;

    @Autowired
    private Photos photos;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Test
    @Timeout(240)
    void whatIsDoneForManyGoesOnWhereItWasStopped() throws Exception {
        cases.publish(terms -> terms);
        long list = acceptedList();
        var inZip = Stream.generate(cases::enrol).limit(FEW).toList();
        long zip = admissionPhotos.accept(zip(inZip), REGISTRAR);
        var early = openedFor(2051);
        var late = openedFor(2052);
        var chosen = Stream.generate(() -> cases.inReview(CollectionType.CENTRAL))
                .limit(4)
                .toList();

        // The first commits are let through, so that each is caught in the middle; a notice begins with its timer.
        new NodeToKill(environment, "gradphoto.notice-chunk=2", "gradphoto.admission-photo-chunk=2")
                .killInTheMiddleOf(List.of(
                        new Deed(BEFORE, 1, "process;" + instance("import-" + list)),
                        new Deed(AFTER, 1, "process;" + instance("import-" + zip)),
                        new Deed(BEFORE, 2, "process;" + instance("notice-" + early.id())),
                        new Deed(AFTER, 2, "process;" + instance("notice-" + late.id())),
                        new Deed(BEFORE, 1, approve(chosen.subList(0, 2))),
                        new Deed(AFTER, 0, approve(chosen.subList(2, 4)))));

        assertThat(imported()).isEqualTo(200);
        assertThat(imports.byId(list).done()).isEqualTo(200);
        assertThat(withPhoto(inZip)).isEqualTo(4);
        assertThat(imports.byId(zip).done()).isEqualTo(4);
        assertThat(invited(early)).isEqualTo(2);
        assertThat(invited(late)).isEqualTo(4);
        assertThat(chosen.stream().map(driven -> reviews.of(driven.number()).size()))
                .containsExactly(1, 0, 1, 0);

        for (var key : List.of("import-" + list, "import-" + zip, "notice-" + early.id(), "notice-" + late.id())) {
            goOn(key);
        }
        assertThat(imported()).isEqualTo(ROWS);
        assertThat(imports.byId(list).isFinished()).isTrue();
        assertThat(imports.byId(list).added()).isEqualTo(ROWS);
        assertThat(withPhoto(inZip)).isEqualTo(FEW);
        assertThat(imports.byId(zip).isFinished()).isTrue();
        assertThat(imports.byId(zip).added()).isEqualTo(FEW);
        assertThat(stored(inZip)).as("each is stored once").isEqualTo(FEW);
        for (var notice : List.of(early, late)) {
            assertThat(invited(notice)).as("each is invited once").isEqualTo(FEW);
        }
        assertThat(again(chosen.subList(0, 2))).containsExactly(Kind.ALREADY, Kind.APPROVED);
        assertThat(again(chosen.subList(2, 4))).containsExactly(Kind.ALREADY, Kind.APPROVED);
        for (var driven : chosen) {
            assertThat(reviews.of(driven.number())).hasSize(1);
            assertThat(process.isOpen(driven.number(), Step.RELEASE_PHOTO)).isTrue();
        }
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    private long acceptedList() {
        var rows = IntStream.range(0, ROWS).mapToObj(BatchKillTest::row).collect(Collectors.joining("\n"));
        var file = ("学号,姓名,证件号,院系,专业名称,班级,年级,层次,招生类型\n" + rows).getBytes(StandardCharsets.UTF_8);
        long upload = imports.upload(file, REGISTRAR);
        return imports.accept(upload, imports.preview(upload, REGISTRAR).seen(), REGISTRAR);
    }

    private static String row(int n) {
        var digits = "5106991985%02d%02d%03d".formatted(1 + n / 28 % 12, 1 + n % 28, 1 + n / 336 * 2);
        return "KILL%04d,王一,%s,财经商贸学院,大数据与会计,会计1班,2050,专科,高职扩招"
                .formatted(n, digits + ResidentId.checkCharacter(digits));
    }

    private Path zip(List<Student> students) throws IOException {
        var file = files.resolve("photos.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var student : students) {
                zip.putNextEntry(new ZipEntry(student.studentNumber() + ".jpg"));
                zip.write(College.smallPicture());
                zip.closeEntry();
            }
        }
        return file;
    }

    private Notice openedFor(int cohort) {
        for (int i = 0; i < FEW; i++) {
            cases.enrol(row -> row.cohort(cohort));
        }
        return cases.publish(terms -> terms.cohort(cohort));
    }

    private String approve(List<DrivenCase> chosen) {
        return chosen.stream()
                .map(driven ->
                        driven.number() + "=" + photos.current(driven.number()).id())
                .collect(Collectors.joining(",", "approve;" + REVIEWER + ";", ""));
    }

    private List<Kind> again(List<DrivenCase> chosen) {
        var items = chosen.stream()
                .map(driven -> new BatchApproval.Item(
                        driven.number(), photos.current(driven.number()).id()))
                .toList();
        return approval.approve(items, REVIEWER).stream()
                .map(BatchApproval.Result::kind)
                .toList();
    }

    private String instance(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    private void goOn(String key) {
        for (var jobs = due(key); !jobs.isEmpty(); jobs = due(key)) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).executable().list().stream())
                .toList();
    }

    private long imported() {
        return count("select count(*) from student where student_number like 'KILL%' and cohort = ?", 2050);
    }

    private long invited(Notice notice) {
        long all = count("select count(*) from outbox where kind = 'INVITATION' and notice_id = ?", notice.id());
        assertThat(count(
                        "select count(distinct student_id) from outbox where kind = 'INVITATION' and notice_id = ?",
                        notice.id()))
                .isEqualTo(all);
        return all;
    }

    private long withPhoto(List<Student> students) {
        return students.stream()
                .filter(student -> roster.byId(student.id()).admissionPhotoId() != null)
                .count();
    }

    private long stored(List<Student> students) {
        return students.stream()
                .mapToLong(student -> count(
                        "select count(*) from audit_entry where action = 'admission-photo' and subject = ?",
                        "student-" + student.id()))
                .sum();
    }

    private long count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
