package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.OTHER_BURSAR;
import static io.github.gradphoto.process.College.OTHER_REVIEWER;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.PaperHandOvers;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.payment.BursaryDays;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.CourierOrders;
import io.github.gradphoto.prints.PrintRuns;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.ReleasePackages;
import io.github.gradphoto.registration.RunWork;
import io.github.gradphoto.review.BatchApproval;
import io.github.gradphoto.review.RejectionReason;
import io.github.gradphoto.review.ReviewLeases;
import io.github.gradphoto.review.ReviewTasks;
import io.github.gradphoto.review.Reviews;
import io.github.gradphoto.roster.RosterImports;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people at the same moment: decided once, nothing lost, nothing doubled, and who came second is told. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class RacesOnPostgresTest extends EngineTest {

    private static final int ROUNDS = 3;

    @Autowired
    private EndApplication ends;

    @Autowired
    private MockMvc web;

    @Autowired
    private Roster roster;

    @Autowired
    private Extensions extensions;

    @Autowired
    private LateCases late;

    @Autowired
    private RosterCorrections corrections;

    @Autowired
    private Photos photos;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewLeases leases;

    @Autowired
    private BatchApproval batch;

    @Autowired
    private ReleasePackages packages;

    @Autowired
    private RunWork work;

    @Autowired
    private BursaryDays days;

    @Autowired
    private PaperHandOvers handOvers;

    @Autowired
    private GraduationList graduations;

    @Autowired
    private PrintRuns runs;

    @Autowired
    private CourierOrders orders;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RosterImports imports;

    @Autowired
    private JdbcClient jdbc;

    private Notice notice;

    @BeforeEach
    void notice() {
        notice = cases.publish(terms -> terms);
    }

    @AfterEach
    void noIncident() {
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void twoReviewersDecideOnOnePhoto() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        var lost = race(
                () -> driven.approvePhoto(REVIEWER), () -> driven.rejectPhoto(OTHER_REVIEWER, RejectionReason.BLURRED));
        assertThat(lost).hasSize(1);
        assertThat(reviews.of(driven.number())).hasSize(1);
        waitsFor(
                driven,
                photos.current(driven.number()).state() == Photo.State.APPROVED
                        ? Step.RELEASE_PHOTO
                        : Step.UPLOAD_PHOTO);
    }

    @RepeatedTest(ROUNDS)
    void twoReviewersAskForTheNextPhoto() {
        cases.inReview(CollectionType.CENTRAL);
        cases.inReview(CollectionType.CENTRAL);
        var taken = new ConcurrentHashMap<String, String>();
        var lost = race(
                () -> taken.put(
                        REVIEWER, leases.takeNext(reader(REVIEWER), Set.of()).orElseThrow()),
                () -> taken.put(
                        OTHER_REVIEWER,
                        leases.takeNext(reader(OTHER_REVIEWER), Set.of()).orElseThrow()));
        assertThat(lost).isEmpty();
        assertThat(taken.get(REVIEWER)).isNotEqualTo(taken.get(OTHER_REVIEWER));
        leases.giveBackAll(REVIEWER);
        leases.giveBackAll(OTHER_REVIEWER);
    }

    @RepeatedTest(ROUNDS)
    void twoReviewersApproveTheSameBatch() {
        var chosen = Stream.generate(() -> cases.inReview(CollectionType.CENTRAL))
                .limit(4)
                .toList();
        var items = chosen.stream()
                .map(driven -> new BatchApproval.Item(
                        driven.number(), photos.current(driven.number()).id()))
                .toList();
        race(() -> batch.approve(items, REVIEWER), () -> batch.approve(items, OTHER_REVIEWER));
        for (var driven : chosen) {
            assertThat(reviews.of(driven.number())).hasSize(1);
            waitsFor(driven, Step.RELEASE_PHOTO);
        }
    }

    /** Two clerks order a package at once, and two nodes work it off at once. */
    @RepeatedTest(ROUNDS)
    void twoClerksReleaseEverythingAtOnce() {
        var chosen = Stream.generate(
                        () -> cases.inReview(CollectionType.CENTRAL).approvePhoto(REVIEWER))
                .limit(4)
                .toList();
        var lost = race(() -> packages.start(REGISTRAR), () -> packages.start(REGISTRAR));
        assertThat(lost).hasSize(1);
        var run = jdbc.sql("select max(id) from registration_run")
                .query(Long.class)
                .single();
        race(() -> work.doNext(run), () -> work.doNext(run));
        management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.REGISTRATION_RUN)
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        for (var driven : chosen) {
            waitsFor(driven, Step.ENTER_DELIVERY_RESULT);
            assertThat(jdbc.sql("select count(*) from audit_entry where action = 'photo-released' and subject = ?")
                            .param(driven.number())
                            .query(Long.class)
                            .single())
                    .isOne();
        }
        assertThat(packages.keys(run, REGISTRAR)).hasSizeGreaterThanOrEqualTo(chosen.size());
        assertThat(days.of(LocalDate.now(Deadlines.ZONE), BursaryDays.By.RECORDED))
                .isNotEmpty();
    }

    @RepeatedTest(ROUNDS)
    void twoClerksHaveTheSamePersonBeforeThem() {
        var driven = atTheDesk().takeInPrint(PrintState.AT_HAND, DESK).makeCertificate(DESK);
        var lost = race(() -> driven.handOverCertificate(DESK), () -> driven.handOverCertificate(another(DESK)));
        assertThat(lost).hasSize(1);
        assertThat(audits(driven, "certificate-handed-over")).isOne();
    }

    @RepeatedTest(ROUNDS)
    void twoClerksKeyInTheSamePerson() {
        var driven = atTheDesk();
        var other = another(DESK);
        var outcomes = new ConcurrentLinkedQueue<PaperHandOvers.Outcome>();
        var signed = new PaperHandOvers.Signed(null, false, LocalDate.now(Deadlines.ZONE));
        var lost = race(
                () -> outcomes.add(handOvers.handOver(driven.number(), signed, DESK)),
                () -> outcomes.add(handOvers.handOver(driven.number(), signed, other)));
        assertThat(lost).isEmpty();
        assertThat(outcomes).containsExactlyInAnyOrder(PaperHandOvers.Outcome.DONE, PaperHandOvers.Outcome.ALREADY);
        assertThat(audits(driven, "certificate-handed-over")).isOne();
        assertThat(audits(driven, "certificate-made")).isOne();
    }

    @RepeatedTest(ROUNDS)
    void twoMailRoomsPutTogetherAndReportTheSamePrints() {
        var driven = Stream.generate(() -> cases.registered(CollectionType.CENTRAL))
                .limit(3)
                .toList();
        var numbers = driven.stream().map(DrivenCase::number).toList();
        var other = another(MAILROOM);
        var opened = new ConcurrentLinkedQueue<Long>();
        var lost = race(
                () -> opened.add(runs.open(notice.id(), numbers, MAILROOM)),
                () -> opened.add(runs.open(notice.id(), numbers, other)));
        assertThat(lost).hasSize(1);
        assertThat(opened).hasSize(1);
        assertThat(race(
                        () -> runs.printed(opened.peek(), 0, 3, MAILROOM),
                        () -> runs.printed(opened.peek(), 0, 3, other)))
                .isEmpty();
        assertThat(runs.byId(opened.peek()).printed()).isEqualTo(3);
        for (var one : driven) {
            assertThat(audits(one, "printed")).isOne();
            waitsFor(one, Step.HAND_OVER_PRINTS, Step.CONFIRM_AT_REGISTRY);
        }
    }

    @RepeatedTest(ROUNDS)
    void twoMailRoomsOrderTheSameParcels() {
        var numbers = Stream.generate(
                        () -> cases.registered(CollectionType.INDIVIDUAL).print(MAILROOM))
                .limit(3)
                .map(DrivenCase::number)
                .toList();
        var lost = race(() -> orders.take(numbers, false, MAILROOM), () -> orders.take(numbers, false, MAILROOM));
        assertThat(lost)
                .singleElement()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("nothingToOrder"));
        for (var number : numbers) {
            assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and action = 'courier-ordered'")
                            .param(number)
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    private DrivenCase atTheDesk() {
        var driven = cases.registered(CollectionType.CENTRAL);
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        graduations.add(List.of(new GraduationList.Entry(
                student.studentNumber(),
                GraduationList.Graduation.GRADUATES,
                "510691202606%06d".formatted(800_000 + student.id()))));
        return driven;
    }

    /** A colleague with the same work. */
    private String another(String username) {
        var colleague = username + "-colleague";
        if (!accounts.exists(colleague)) {
            accounts.create(colleague, colleague, College.PASSWORD, accounts.groupsOf(username));
        }
        return colleague;
    }

    private long audits(DrivenCase driven, String action) {
        return jdbc.sql("select count(*) from audit_entry where subject = ? and action = ?")
                .params(driven.number(), action)
                .query(Long.class)
                .single();
    }

    /** Two of the office accept a list each in the same moment: one starts, and the other is told to wait. */
    @RepeatedTest(ROUNDS)
    void twoListsAreAccepted() {
        var students = List.of(corrected(), corrected()); // before either list is looked at
        var lost = race(list(students.get(0), REGISTRAR), list(students.get(1), "reg2"));
        assertThat(lost)
                .singleElement()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("rosterImportRunning"));
        assertThat(jdbc.sql("select count(*) from roster_import where finished_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        for (var jobs = importJobs(); !jobs.isEmpty(); jobs = importJobs()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
        assertThat(jdbc.sql("select count(*) from roster_import where slot is not null or finished_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Who locks a case with those of earlier rounds holds none while waiting for an older one. */
    @Test
    void roundsAreLockedOldestFirst() throws Exception {
        var earlier = cases.apply(cases.enrol());
        var later = cases.apply(cases.enrol());
        jdbc.sql("update application set carried_from_id = ? where number = ?")
                .params(applications.byNumber(earlier.number()).id(), later.number())
                .update();
        var threads = Executors.newSingleThreadExecutor();
        try {
            var both = transaction.execute(status -> {
                applications.lock(earlier.number());
                var waiting = threads.submit(
                        () -> transaction.execute(other -> applications.lockWithEarlier(later.number())));
                while (waitingBackends() == 0 && !waiting.isDone()) {
                    Thread.onSpinWait();
                }
                assertThat(jdbc.sql("select id from application where number = ? for update skip locked")
                                .param(later.number())
                                .query(Long.class)
                                .list())
                        .as("not locked by who waits")
                        .hasSize(1);
                return waiting;
            });
            assertThat(both.get()).extracting(Application::number).containsExactly(later.number(), earlier.number());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Who confirms a step of the newer case holds it and looks at the older: money for the older one must not hold that. */
    @Test
    void moneyForAnEarlierRoundHoldsNothingWhileItWaitsForTheLater() throws Exception {
        var earlier = cases.apply(cases.enrol());
        var later = cases.apply(cases.enrol());
        jdbc.sql("update application set carried_from_id = ? where number = ?")
                .params(applications.byNumber(earlier.number()).id(), later.number())
                .update();
        var threads = Executors.newSingleThreadExecutor();
        try {
            var money = transaction.execute(status -> {
                applications.lock(later.number());
                var waiting = threads.submit(
                        () -> transaction.execute(other -> applications.lockLatestRound(earlier.number())));
                while (waitingBackends() == 0 && !waiting.isDone()) {
                    Thread.onSpinWait();
                }
                assertThat(applications.lockWithEarlier(later.number())).hasSize(2);
                return waiting;
            });
            assertThat(money.get().number()).isEqualTo(later.number());
        } finally {
            threads.shutdownNow();
        }
    }

    private long waitingBackends() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private List<Job> importJobs() {
        return management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.ROSTER_IMPORT)
                .list();
    }

    /** A student of whom the list to come says something else. */
    private Student corrected() {
        var student = Stream.generate(cases::enrol)
                .filter(enrolled -> (enrolled.idNumber().charAt(16) - '0') % 2 == 1) // 男, as the roster says
                .findFirst()
                .orElseThrow();
        roster.correct(student.id(), Map.of(RosterField.MAJOR, "物流管理"));
        return student;
    }

    /** A list of one student, looked at and ready to be accepted. */
    private ThrowingCallable list(Student student, String by) {
        var file = "学号,姓名,证件号,院系,专业名称,班级,年级,层次\n%s,%s,%s,%s,%s,%s,2023,专科\n"
                .formatted(
                        student.studentNumber(),
                        "王一", // a list refuses the digits of the made-up names
                        student.idNumber(),
                        student.department(),
                        student.major(),
                        student.className());
        long id = imports.upload(file.getBytes(StandardCharsets.UTF_8), by);
        var seen = imports.preview(id, by).seen();
        return () -> imports.accept(id, seen, by);
    }

    private static ReviewTasks.Reader reader(String username) {
        return new ReviewTasks.Reader(username, List.of(StaffGroup.REVIEWER.id()));
    }

    @RepeatedTest(ROUNDS)
    void twoBursarsRecordTheSameMoney() {
        var driven = cases.withCode(CollectionType.CENTRAL).confirmDetails().payAtCounter();
        var lost = race(
                () -> driven.confirmPayment(LocalDate.now(), BURSAR),
                () -> driven.confirmPayment(LocalDate.now(), OTHER_BURSAR));
        assertThat(lost).hasSize(1);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(count("select count(*) from refund where application_id = ?", driven))
                .isZero();
    }

    @RepeatedTest(ROUNDS)
    void theStudentWithdrawsWhileTheMoneyIsRecorded() {
        var driven = cases.withCode(CollectionType.CENTRAL).confirmDetails().payAtCounter();
        var lost = race(driven::withdraw, () -> driven.confirmPayment(LocalDate.now(), BURSAR));
        if (state(driven) == Application.State.RUNNING) {
            assertThat(lost).hasSize(1);
            waitsFor(driven, Step.UPLOAD_PHOTO);
        } else {
            boolean recorded = lost.isEmpty();
            assertThat(count("select count(*) from refund where application_id = ?", driven))
                    .isEqualTo(recorded ? 1 : 0);
        }
    }

    @RepeatedTest(ROUNDS)
    void oneStudentAppliesTwice() {
        var student = cases.enrol();
        var lost = race(() -> cases.apply(student), () -> cases.apply(student));
        assertThat(lost).hasSize(1);
        assertThat(applications.ofStudents(List.of(student.id()))).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void twoStudentsSendOneCode() {
        var one = cases.apply(cases.enrol());
        var other = cases.apply(cases.enrol());
        var code = College.Cases.newCode();
        var lost = race(() -> one.uploadCode(code), () -> other.uploadCode(code));
        assertThat(lost)
                .allSatisfy(told -> assertThat(told)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.codeTaken")));
        assertThat(Stream.of(one, other)
                        .filter(driven -> steps(driven).contains(Step.CONFIRM_DETAILS))
                        .toList())
                .hasSize(1);
        assertThat(Stream.of(one, other)
                        .filter(driven -> steps(driven).contains(Step.UPLOAD_CODE))
                        .toList())
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void theRosterIsCorrectedWhileThePrintIsMade() {
        var driven = cases.registered(CollectionType.CENTRAL);
        var lost = race(
                () -> driven.print(MAILROOM),
                () -> corrections.correct(driven.number(), Map.of(RosterField.MAJOR, "会计"), "名册有误", REGISTRAR));
        assertThat(lost).isEmpty();
        assertThat(steps(driven)).containsOnlyOnce(Step.HAND_OVER_PRINTS).doesNotContain(Step.PRINT_PHOTOS);
    }

    @RepeatedTest(ROUNDS)
    void thePhotoComesWhileTheNoticeCloses() {
        var driven = cases.paid(CollectionType.CENTRAL);
        race(() -> driven.uploadPhoto(College.portrait()), this::closeNotice);
        assertThat(Set.copyOf(steps(driven)))
                .isIn(Set.of(Step.REVIEW_PHOTO), Set.of(Step.UPLOAD_PHOTO, Step.DECIDE_LATE_CASE));
        assertThat(photos.versions(driven.number())).hasSize(steps(driven).contains(Step.REVIEW_PHOTO) ? 1 : 0);
    }

    @RepeatedTest(ROUNDS)
    void aLateCaseIsExtendedAndClosedAtOnce() {
        var driven = cases.paid(CollectionType.CENTRAL);
        closeNotice();
        var lost = race(
                () -> driven.complete(
                        Step.DECIDE_LATE_CASE,
                        REGISTRAR,
                        Map.of(
                                "decision",
                                "EXTEND",
                                "until",
                                LocalDate.now().plusDays(20).toString())),
                () -> driven.complete(Step.DECIDE_LATE_CASE, REGISTRAR, Map.of("decision", "CLOSE", "note", "学生已退学")));
        assertThat(lost).hasSize(1);
        assertThat(steps(driven))
                .containsExactly(state(driven) == Application.State.RUNNING ? Step.UPLOAD_PHOTO : Step.APPROVE_REFUND);
    }

    @RepeatedTest(ROUNDS)
    void theUnitAnswersWhileTheOfficeCancels() {
        var driven = cases.released(CollectionType.CENTRAL);
        race(() -> driven.enterDelivered(REGISTRAR), () -> ends.cancel(driven.number(), "学生退学", REGISTRAR));
        if (state(driven) == Application.State.RUNNING) {
            waitsFor(driven, Step.ENTER_COMPARISON_RESULT);
        } else {
            assertThat(steps(driven)).doesNotContain(Step.ENTER_COMPARISON_RESULT, Step.ENTER_DELIVERY_RESULT);
        }
    }

    @RepeatedTest(ROUNDS)
    void theStudentIsGrantedMoreTimeWhileTheNoticeCloses() {
        var driven = cases.paid(CollectionType.CENTRAL);
        extensions.ask(driven.number(), "住院");
        var until = LocalDate.now().plusDays(20);
        race(
                () -> driven.complete(
                        Step.DECIDE_LATE_CASE, REGISTRAR, Map.of("decision", "EXTEND", "until", until.toString())),
                this::closeNotice);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(applications.byNumber(driven.number()).closesAt()).isEqualTo(Deadlines.endOf(until));
        driven.uploadPhoto(College.portrait());
        waitsFor(driven, Step.REVIEW_PHOTO);
    }

    @RepeatedTest(ROUNDS)
    void theStudentWithdrawsWhileThePhotoIsReleased() {
        var driven = cases.inReview(CollectionType.CENTRAL).approvePhoto(REVIEWER);
        var lost = race(() -> driven.release(REGISTRAR), () -> withdrawOnThePage(driven));
        assertThat(lost).hasSize(1);
        if (state(driven) == Application.State.RUNNING) {
            waitsFor(driven, Step.ENTER_DELIVERY_RESULT);
        } else {
            waitsFor(driven, Step.APPROVE_REFUND);
        }
    }

    @RepeatedTest(ROUNDS)
    void twoBursarsDecideOnOneRefund() {
        var driven = cases.paid(CollectionType.CENTRAL).withdraw();
        var lost = race(
                () -> driven.approveRefund("同意退款", BURSAR),
                () -> driven.complete(
                        Step.APPROVE_REFUND, OTHER_BURSAR, Map.of("decision", "DECLINED", "note", "规定不退")));
        assertThat(lost).hasSize(1);
        assertThat(count("select count(*) from refund where application_id = ? and state <> 'ASKED'", driven))
                .isOne();
        assertThat(steps(driven)).hasSizeLessThanOrEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void oneRefundIsPaidOutByTwo() {
        var driven = cases.paid(CollectionType.CENTRAL).withdraw().approveRefund("同意退款", BURSAR);
        var lost = race(
                () -> driven.payOutRefund("P-1-" + driven.number(), OTHER_BURSAR),
                () -> driven.payOutRefund("P-2-" + driven.number(), OTHER_BURSAR));
        assertThat(lost).hasSize(1);
        waitsFor(driven);
        assertThat(count("select count(*) from refund where application_id = ? and state = 'PAID'", driven))
                .isOne();
    }

    private void withdrawOnThePage(DrivenCase driven) throws Exception {
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        var me = UsernamePasswordAuthenticationToken.authenticated(
                new StudentUser(student.id(), student.studentNumber()),
                null,
                AuthorityUtils.createAuthorityList("ROLE_STUDENT"));
        int answer = web.perform(post("/my/withdraw").with(authentication(me)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
        if (answer == HttpStatus.CONFLICT.value()) {
            throw Refusal.conflict("tooLateToWithdraw");
        }
        assertThat(answer).isEqualTo(HttpStatus.FOUND.value());
    }

    /** The clock passes the close, and the notice tells its cases. */
    private void closeNotice() {
        MovableClock.moveTo(notice.closesAt().plusSeconds(1));
        transaction.executeWithoutResult(status -> late.tell(notice.id(), ""));
    }

    private long count(String sql, DrivenCase driven) {
        return jdbc.sql(sql)
                .param(applications.byNumber(driven.number()).id())
                .query(Long.class)
                .single();
    }

    /** Both at the same moment. @return what the losers were told; anything but a refusal or a lost lock is a failure */
    private static List<Throwable> race(ThrowingCallable... rivals) {
        var barrier = new CyclicBarrier(rivals.length);
        var threads = Executors.newFixedThreadPool(rivals.length);
        try {
            var running = Stream.of(rivals)
                    .map(rival -> threads.submit(() -> {
                        barrier.await();
                        try {
                            rival.call();
                            return (Throwable) null;
                        } catch (Throwable lost) {
                            return lost;
                        }
                    }))
                    .toList();
            var lost = running.stream()
                    .map(RacesOnPostgresTest::outcome)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(lost).allMatch(RacesOnPostgresTest::isKind);
            return lost;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Throwable outcome(Future<Throwable> running) {
        try {
            return running.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isKind(Throwable lost) {
        return lost instanceof Refusal
                || lost instanceof OptimisticLockingException
                || lost instanceof ConcurrencyFailureException
                || lost instanceof DataIntegrityViolationException;
    }
}
