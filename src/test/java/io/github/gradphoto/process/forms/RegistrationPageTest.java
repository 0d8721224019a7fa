package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.photo.PhotoSource;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.picture.PhotoDigest;
import io.github.gradphoto.process.College;
import io.github.gradphoto.process.ProcessIds;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.Registrations;
import io.github.gradphoto.registration.Reverification;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** N16–N18 for many at once: packages, what comes back, the registry's list, reminders. */
@TestPropertySource(properties = {"gradphoto.paid-list-chunk=3", "gradphoto.registration-chunk=2"})
class RegistrationPageTest extends OfficeTest {

    private static final String PAGE = "/office/registration";
    private static final Staff OTHER = new Staff("other-registrar", StaffGroup.REGISTRAR);

    private static PhotoUpload.Prepared prepared;

    @Autowired
    private PhotoUpload uploads;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Photos photos;

    @Autowired
    private EndApplication ends;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void nothingIsLeftRunning() {
        run();
    }

    @Test
    void whatWaitsIsReleasedAsOnePackageThatIsTheSameEachTime() throws Exception {
        var one = waiting();
        var two = waiting();
        var codeless = waiting();
        jdbc.update(
                "update collection_code set bound_index = null where application_id = ?",
                application(codeless).id());
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.REGISTRAR, language, PAGE)))
                    .contains("/packages")
                    .doesNotContain("??");
        }

        var run = act(Staff.REGISTRAR, PAGE + "/packages").getRedirectedUrl();
        assertThat(act(Staff.REGISTRAR, PAGE + "/packages").getStatus()).isEqualTo(409);
        assertThat(see(Staff.REGISTRAR, run).getHeader("Refresh")).isEqualTo("2");
        assertThat(see(Staff.REGISTRAR, run + "/package.zip").getStatus()).isEqualTo(409);
        run();
        assertThat(see(Staff.REGISTRAR, run).getHeader("Refresh")).isNull();
        assertThat(steps(one)).containsExactly(Step.ENTER_DELIVERY_RESULT);
        assertThat(steps(two)).containsExactly(Step.ENTER_DELIVERY_RESULT);
        assertThat(steps(codeless)).containsExactly(Step.SUPPLY_CODE);
        assertThat(text(see(Staff.REGISTRAR, run))).contains("没有绑定采集码", "办成 2 件");
        assertThat(text(see(Staff.REGISTRAR, Locale.ENGLISH, run))).doesNotContain("??");

        var zip = see(Staff.REGISTRAR, run + "/package.zip").getContentAsByteArray();
        assertThat(see(Staff.REGISTRAR, run + "/package.zip").getContentAsByteArray())
                .isEqualTo(zip);
        var files = unzip(zip);
        assertThat(files.keySet())
                .containsExactly(Stream.concat(
                                Stream.of("manifest.csv"),
                                Stream.of(key(one), key(two)).sorted().map(k -> k + ".jpg"))
                        .toArray(String[]::new));
        var jpeg = files.get(key(one) + ".jpg");
        assertThat(new String(files.get("manifest.csv"), StandardCharsets.UTF_8))
                .contains("%1$s.jpg,%1$s,%2$s,%3$d".formatted(key(one), PhotoDigest.sha256(jpeg), jpeg.length))
                .doesNotContain(student(one).studentNumber(), one.number());
        var picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(480, 640);
        assertThat(jdbc.queryForObject(
                        "select count(*) from photo_view where blob_id = ? and purpose = 'release-package'",
                        Long.class,
                        photos.current(one.number()).standardId()))
                .isEqualTo(2);

        var keys = text(see(Staff.REGISTRAR, run + "/keys.csv"));
        assertThat(keys)
                .contains("%1$s,%1$s.jpg,%2$s,%3$s,CODE-"
                        .formatted(
                                key(one),
                                student(one).studentNumber(),
                                student(one).name()));
        assertThat(audited("release-keys", run)).isEqualTo(1);
        assertThat(audited("release-package", run)).isEqualTo(2);

        assertThat(act(Staff.REGISTRAR, PAGE + "/packages").getStatus()).isEqualTo(409);
        assertThat(see(Staff.HEAD, PAGE).getStatus()).isEqualTo(200);
        assertThat(text(see(Staff.HEAD, run))).doesNotContain("package.zip", "keys.csv");
        for (var address : List.of(run + "/package.zip", run + "/keys.csv", run + "/results.csv")) {
            assertThat(see(Staff.HEAD, address).getStatus()).isEqualTo(403);
        }
        assertThat(act(Staff.HEAD, PAGE + "/packages").getStatus()).isEqualTo(403);
        assertThat(see(Staff.BURSAR, PAGE).getStatus()).isEqualTo(403);

        jdbc.update(
                "delete from registration_run_item where application_id = ?",
                application(one).id());
        assertThat(see(Staff.REGISTRAR, run + "/package.zip").getStatus()).isEqualTo(409);
    }

    @Test
    void aRunThatStopsHalfWayGoesOnAndReleasesNobodyTwice() throws Exception {
        var all = Stream.generate(this::waiting).limit(5).toList();
        var run = act(Staff.REGISTRAR, PAGE + "/packages").getRedirectedUrl();

        transaction.executeWithoutResult(killed -> {
            management.executeJob(jobs().get(0).getId());
            killed.setRollbackOnly(); // the node dies after two cases and before it could say so to the engine
        });
        assertThat(all.stream().filter(this::isReleased)).hasSize(2);
        assertThat(text(see(Staff.REGISTRAR, run))).contains("已办理 2 / 5 件");
        var withdrawn =
                all.stream().filter(driven -> !isReleased(driven)).findFirst().orElseThrow();
        withdrawn.withdraw();

        run();
        assertThat(all.stream().filter(this::isReleased)).hasSize(4);
        for (var driven : all) {
            assertThat(jdbc.queryForObject(
                            "select count(*) from audit_entry where action = 'photo-released' and subject = ?",
                            Long.class,
                            driven.number()))
                    .isEqualTo(driven == withdrawn ? 0 : 1);
        }
        assertThat(text(see(Staff.REGISTRAR, run))).contains("申请已不在这一步", "办成 4 件");
    }

    @Test
    void theAnswersOfTheUnitAreSeenThenEnteredRowByRow() throws Exception {
        var good = released();
        var refused = released();
        var noReason = released();
        var ended = released();
        var quicker = released();
        ends.cancel(ended.number(), "学生退学", College.REGISTRAR);
        var list = """
                编号,结果,原因
                %s,成功,
                %s.jpg,退回,背景不符
                %s,退回,
                %s,成功,
                %s,成功,
                0123456789ABCDEF,成功,
                =1+1,成功,
                %s,也许,
                """.formatted(key(good), key(refused), key(noReason), key(ended), key(quicker), key(good));

        var run = upload("results", list.getBytes(Charset.forName("GB18030"))).getRedirectedUrl();
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.REGISTRAR, language, run)))
                    .contains(student(good).name())
                    .doesNotContain("??");
        }
        assertThat(text(see(Staff.REGISTRAR, run)))
                .contains("退回的须写明原因", "申请已结束", "没有报送过这个编号", "不是报送编号", "在同一文件中重复出现", "确认办理（3 件）");
        assertThat(see(OTHER, run).getStatus()).isEqualTo(404);
        assertThat(act(OTHER, run + "/accept").getStatus()).isEqualTo(404);
        assertThat(steps(good)).containsExactly(Step.ENTER_DELIVERY_RESULT);

        quicker.enterDelivered(College.REGISTRAR);
        assertThat(act(Staff.REGISTRAR, run + "/accept").getStatus()).isEqualTo(302);
        assertThat(act(Staff.REGISTRAR, run + "/accept").getStatus()).isEqualTo(302);
        run();
        assertThat(steps(good)).containsExactly(Step.ENTER_COMPARISON_RESULT);
        assertThat(steps(refused)).containsExactly(Step.UPLOAD_PHOTO);
        assertThat(steps(noReason)).containsExactly(Step.ENTER_DELIVERY_RESULT);
        assertThat(registrations.latest(refused.number()).orElseThrow().deliveryNote())
                .isEqualTo("背景不符");
        assertThat(text(see(Staff.REGISTRAR, run))).contains("申请已不在这一步", "办成 2 件");
        var report = text(see(Staff.REGISTRAR, run + "/results.csv"));
        assertThat(report).contains("'=1+1", student(refused).studentNumber(), "已办");
        assertThat(audited("registration-results", run)).isEqualTo(1);
        assertThat(text(see(Staff.REGISTRAR, run)))
                .contains(key(good), student(good).name());
        assertThat(text(see(Staff.HEAD, run)))
                .as("who is behind a key is for the registrar")
                .contains(student(good).name())
                .doesNotContain(key(good));

        var again = upload("results", list.getBytes(StandardCharsets.UTF_8)).getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, again))).contains("原已登记").doesNotContain("/accept");
        assertThat(act(Staff.REGISTRAR, again + "/accept").getStatus()).isEqualTo(409);
        assertThat(act(Staff.REGISTRAR, again + "/discard").getStatus()).isEqualTo(302);
        assertThat(see(Staff.REGISTRAR, again).getStatus()).isEqualTo(404);
    }

    @Test
    void aKeyOfAnEarlierPhotoNeverAnswersForTheNewOne() throws Exception {
        var driven = released();
        var run = upload("results", ("key,result\n" + key(driven) + ",delivered\n").getBytes(StandardCharsets.UTF_8))
                .getRedirectedUrl();
        driven.enterRefusedByUnit("背景不符", College.REGISTRAR)
                .uploadPhoto(College.anotherPortrait())
                .approvePhoto(College.REVIEWER)
                .release(College.REGISTRAR);
        act(Staff.REGISTRAR, run + "/accept");
        run();
        assertThat(steps(driven)).containsExactly(Step.ENTER_DELIVERY_RESULT);
        assertThat(text(see(Staff.REGISTRAR, run))).contains("照片已换过");
    }

    @Test
    void aListThatIsAcceptedLateSaysNothingOfThePhotoAfterIt() throws Exception {
        var driven = delivered();
        var run = upload("comparisons", ("学号,bz\n" + number(driven) + ",未通过\n").getBytes(StandardCharsets.UTF_8))
                .getRedirectedUrl();
        driven.enterComparison(Comparison.FAILED, College.REGISTRAR)
                .provideEvidence("身份证")
                .decideReverification(Reverification.Decision.NEW_PHOTO, "照片与本人差异大", College.HEAD)
                .uploadPhoto(College.anotherPortrait())
                .approvePhoto(College.REVIEWER)
                .release(College.REGISTRAR)
                .enterDelivered(College.REGISTRAR);
        act(Staff.REGISTRAR, run + "/accept");
        run();
        assertThat(steps(driven)).containsExactly(Step.ENTER_COMPARISON_RESULT);
        assertThat(text(see(Staff.REGISTRAR, run))).contains("照片已换过");
    }

    @Test
    void whoLostTheCodeGoesBackToItsStepByWhicheverWayTheReleaseWasTried() {
        var one = waiting();
        var other = waiting();
        jdbc.update(
                "update collection_code set bound_index = null where application_id in (?, ?)",
                application(one).id(),
                application(other).id());
        assertThatThrownBy(() -> one.release(College.REGISTRAR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("codeMissing"));
        assertThat(steps(one)).containsExactly(Step.SUPPLY_CODE);

        var task = cases.taskOf(other, Step.RELEASE_PHOTO);
        identity.setAuthentication(College.REGISTRAR, List.of(StaffGroup.REGISTRAR.id()));
        try {
            assertThatThrownBy(() -> tasks.complete(task)) // as Tasklist does
                    .isInstanceOf(RuntimeException.class);
        } finally {
            identity.clearAuthentication();
        }
        assertThat(steps(other)).containsExactly(Step.SUPPLY_CODE);
        assertThat(registrations.latest(other.number()).orElseThrow().releasedAt())
                .isNull();
    }

    @Test
    void picturesThatCameBeforeAreNotTakenInAgainAndOthersTakeTheirPlace() throws Exception {
        var driven = released();
        var entry = key(driven) + ".jpg";
        var first = picture(480, 640, "jpg");
        take(Map.of(entry, first));
        var blob = photos.current(driven.number()).officialId();

        assertThat(text(see(Staff.REGISTRAR, take(Map.of(entry, first))))).contains("原已登记", "办成 0 件");
        assertThat(photos.current(driven.number()).officialId()).isEqualTo(blob);
        assertThat(audits("finished-picture", driven.number())).isEqualTo(1);

        var white = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        Arrays.fill(((DataBufferInt) white.getRaster().getDataBuffer()).getData(), 0xFFFFFF);
        take(Map.of(entry, encoded(white, "jpg")));
        assertThat(photos.current(driven.number()).officialId()).isNotEqualTo(blob);
        assertThat(audits("finished-picture", driven.number())).isEqualTo(2);
        assertThat(jdbc.queryForObject("select count(*) from photo_blob where id = ?", Long.class, blob))
                .as("what nothing speaks of would never be deleted")
                .isZero();
    }

    /** @return the run */
    private String take(Map<String, byte[]> entries) throws Exception {
        var run = send("/pictures", "zip", zip(entries)).getRedirectedUrl();
        assertThat(act(Staff.REGISTRAR, run + "/accept").getStatus()).isEqualTo(302);
        run();
        return run;
    }

    @Test
    void finishedPicturesAreCheckedAsTheSingleFormDoes() throws Exception {
        var good = released();
        var small = released();
        var png = released();
        var torn = released();
        var huge = released();
        var delivered = delivered();
        var standard = picture(480, 640, "jpg");
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("成品/" + key(good) + ".jpg", standard);
        entries.put(key(small) + ".jpg", picture(300, 400, "jpg"));
        entries.put(key(png) + ".jpg", picture(480, 640, "png"));
        entries.put(key(torn) + ".jpg", Arrays.copyOf(standard, 300));
        entries.put(key(huge) + ".jpg", new byte[2 * 1024 * 1024]);
        entries.put(key(delivered) + ".jpg", standard);
        entries.put("../" + key(good) + ".jpg", standard);
        entries.put("张三.jpg", standard);
        entries.put("Thumbs.db", new byte[10]);

        var run = send("/pictures", "zip", zip(entries)).getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, run)))
                .contains("不是 480×640 像素", "不是 JPEG 图片", "不是图片，或已损坏", "文件太大", "申请不在这一步", "文件路径不安全", "确认办理（1 件）")
                .doesNotContain("Thumbs.db");
        assertThat(photos.current(good.number()).isFinishedByUnit()).isFalse();
        act(Staff.REGISTRAR, run + "/accept");
        run();
        assertThat(photos.current(good.number()).isFinishedByUnit()).isTrue();
        assertThat(photos.current(small.number()).isFinishedByUnit()).isFalse();
        assertThat(steps(good)).containsExactly(Step.ENTER_DELIVERY_RESULT);
        assertThat(jdbc.queryForObject(
                        "select count(*) from registration_run_item where picture_content is not null", Long.class))
                .isZero();

        assertThat(send("/pictures", "zip", "no zip".getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(422);
        assertThat(send("/pictures", "zip", zip(Map.of("Thumbs.db", new byte[1])))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void theListOfTheRegistrySettlesComparisonsAndOpensReverifications() throws Exception {
        var passed = delivered();
        var unsure = delivered();
        var uncompared = delivered();
        var early = released();
        var settled = delivered()
                .enterComparison(Comparison.UNSURE, College.REGISTRAR)
                .provideEvidence("身份证")
                .decideReverification(Reverification.Decision.SUBMIT, "材料充分", College.HEAD);
        var withdrawn = college.paid(CollectionType.CENTRAL).withdraw();
        var exam = "23510699%06d".formatted(student(unsure).id());
        roster.correct(student(unsure).id(), Map.of(RosterField.EXAM_NUMBER, exam));
        var list = """
                学号,考生号,姓名,bz
                %s,,%s,通过
                ,%s,,不确定
                %s,,,
                %s,,,通过
                %s,,,通过
                %s,,,未通过
                %s,,别人,通过
                X000,,,通过
                %s,,,待定
                """.formatted(
                        number(passed),
                        student(passed).name(),
                        exam,
                        number(uncompared),
                        number(early),
                        number(settled),
                        number(withdrawn),
                        number(uncompared),
                        number(delivered()));

        var run = upload("comparisons", list.getBytes(StandardCharsets.UTF_8)).getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, Locale.ENGLISH, run))).doesNotContain("??");
        assertThat(text(see(Staff.REGISTRAR, run)))
                .contains("无结果", "申请不在这一步", "申请已结束", "姓名与名册不一致", "名册中没有这名学生", "无法识别这一结果", "确认办理（3 件）");
        act(Staff.REGISTRAR, run + "/accept");
        run();
        assertThat(steps(passed)).containsExactlyInAnyOrder(Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
        assertThat(steps(unsure)).containsExactly(Step.PROVIDE_EVIDENCE);
        assertThat(steps(uncompared)).containsExactly(Step.ENTER_COMPARISON_RESULT);
        assertThat(steps(settled)).contains(Step.CONFIRM_AT_REGISTRY);
        assertThat(registrations.latest(unsure.number()).orElseThrow().comparison())
                .isEqualTo(Comparison.UNSURE);
        assertThat(text(see(
                        Staff.REGISTRAR,
                        upload("comparisons", list.getBytes(StandardCharsets.UTF_8))
                                .getRedirectedUrl())))
                .contains("原已登记")
                .doesNotContain("/accept");
    }

    @Test
    void onlyTheRightFilesAndOnlyForTheRegistrar() throws Exception {
        var items = jdbc.queryForObject("select count(*) from registration_run_item", Long.class);
        var paid = "学号,金额,时间,流水号\n1,20,2026-01-05,T1\n";
        assertThat(upload("results", paid.getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(422);
        assertThat(text(upload("comparisons", paid.getBytes(StandardCharsets.UTF_8))))
                .contains("缺少这些列：bz");
        assertThat(text(upload("comparisons", "姓名,bz\n王一,通过\n".getBytes(StandardCharsets.UTF_8))))
                .contains("须有“学号”或“考生号”列");
        assertThat(text(upload("results", "编号,结果\n1,成功\n".getBytes(StandardCharsets.UTF_16))))
                .contains("无法识别文件的编码");
        assertThat(upload("results", new byte[0]).getStatus()).isEqualTo(422);
        assertThat(see(Staff.REGISTRAR, PAGE + "/runs/999999").getStatus()).isEqualTo(404);
        assertThat(web.perform(multipart(PAGE + "/results")
                                .file(new MockMultipartFile("list", paid.getBytes(StandardCharsets.UTF_8)))
                                .with(Staff.HEAD.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(jdbc.queryForObject("select count(*) from registration_run_item", Long.class))
                .isEqualTo(items);
    }

    @Test
    void whoHasToConfirmOrToBringEvidenceIsListedAndRemindedOnceADay() throws Exception {
        var confirming = delivered().enterComparison(Comparison.PASSED, College.REGISTRAR);
        var evidence = delivered().enterComparison(Comparison.FAILED, College.REGISTRAR);
        for (var part : List.of("REVERIFICATION", "CONFIRMATION")) {
            assertThat(text(see(Staff.REGISTRAR, Locale.ENGLISH, PAGE + "/open?part=" + part)))
                    .doesNotContain("??");
        }
        assertThat(text(see(Staff.REGISTRAR, PAGE + "/open?part=REVERIFICATION")))
                .contains("value=\"" + evidence.number());
        assertThat(text(see(Staff.HEAD, PAGE + "/open?part=CONFIRMATION")))
                .contains(student(confirming).name())
                .doesNotContain("name=\"number\"");

        assertThat(remind(confirming)).contains("reminded").contains("told=1, already=0");
        assertThat(remind(confirming)).contains("told=0, already=1");
        assertThat(jdbc.queryForObject(
                        "select count(*) from outbox where application_number = ? and kind = 'REMINDER'",
                        Long.class,
                        confirming.number()))
                .isEqualTo(1);
        assertThat(act(Staff.REGISTRAR, PAGE + "/remind").getStatus()).isEqualTo(422);
        assertThat(act(Staff.HEAD, PAGE + "/remind").getStatus()).isEqualTo(403);
    }

    /** The same picture for all: measuring each anew would take most of the time. */
    private DrivenCase waiting() {
        if (prepared == null) {
            prepared = uploads.prepare(College.portrait(), null, List.of(Background.values()));
        }
        return college.paid(CollectionType.CENTRAL)
                .uploadPhoto(prepared, PhotoSource.ALBUM)
                .approvePhoto(College.REVIEWER);
    }

    private DrivenCase released() {
        return waiting().release(College.REGISTRAR);
    }

    private DrivenCase delivered() {
        return released().enterDelivered(College.REGISTRAR);
    }

    private String remind(DrivenCase driven) throws Exception {
        return web.perform(post(PAGE + "/remind")
                        .param("part", "CONFIRMATION")
                        .param("number", driven.number())
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getFlashMap()
                .toString();
    }

    private boolean isReleased(DrivenCase driven) {
        return steps(driven).contains(Step.ENTER_DELIVERY_RESULT);
    }

    private List<Step> steps(DrivenCase driven) {
        return process.openSteps(driven.number()).stream().map(OpenStep::step).toList();
    }

    private String key(DrivenCase driven) {
        return registrations.latest(driven.number()).orElseThrow().releaseKey();
    }

    private String number(DrivenCase driven) {
        return student(driven).studentNumber();
    }

    private long audited(String action, String run) {
        return audits(action, "run-" + run.substring(run.lastIndexOf('/') + 1));
    }

    private long audits(String action, String subject) {
        return jdbc.queryForObject(
                "select count(*) from audit_entry where action = ? and subject = ?", Long.class, action, subject);
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.REGISTRATION_RUN)
                .list();
    }

    private void run() {
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private MockHttpServletResponse upload(String what, byte[] file) throws Exception {
        return send("/" + what, "list", file);
    }

    private MockHttpServletResponse send(String address, String field, byte[] file) throws Exception {
        return web.perform(multipart(PAGE + address)
                        .file(new MockMultipartFile(field, "file", "application/octet-stream", file))
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse act(Staff who, String address) throws Exception {
        return web.perform(post(address).with(who.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
