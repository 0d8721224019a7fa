package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import io.github.gradphoto.progress.CaseRow;
import io.github.gradphoto.progress.GroupFigures;
import io.github.gradphoto.progress.ProgressProcess;
import io.github.gradphoto.progress.ProgressRows;
import io.github.gradphoto.progress.Standing;
import io.github.gradphoto.review.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** N04, N23: who has not, on one page for the office: figures that add up, filters, a file, a reminder. */
class ProgressPageTest extends OfficeTest {

    private static final String PAGE = "/office/progress";
    private static final AtomicInteger DEPARTMENTS = new AtomicInteger();

    @Autowired
    private ProgressRows rows;

    @Autowired
    private ProgressProcess process;

    @Autowired
    private Notices notices;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void everybodyStandsInOnePlaceAndTheFiguresAddUp() throws Exception {
        var department = department();
        var absent = move(college.enrol(), department);
        var paid = move(college.paid(CollectionType.CENTRAL), department);
        var inReview = move(college.inReview(CollectionType.CENTRAL), department);
        var sentBack = move(
                college.inReview(CollectionType.CENTRAL)
                        .rejectPhoto(Staff.REVIEWER.username(), RejectionReason.BLURRED),
                department);
        var approved = move(cases.at(Step.RELEASE_PHOTO), department);
        var registered = move(college.registered(CollectionType.CENTRAL), department);
        var already = move(college.enrol(row -> row.photoRegistered(true)), department);
        var withdrawn = move(college.withCode(CollectionType.CENTRAL).withdraw(), department);

        var mine = rows.of(notices.current().orElseThrow()).stream()
                .filter(row -> row.department().equals(department))
                .toList();
        assertThat(mine)
                .extracting(CaseRow::studentNumber, CaseRow::standing)
                .containsExactlyInAnyOrder(
                        tuple(absent.studentNumber(), Standing.MISSING),
                        tuple(paid.studentNumber(), Standing.MISSING),
                        tuple(inReview.studentNumber(), Standing.IN_REVIEW),
                        tuple(sentBack.studentNumber(), Standing.SENT_BACK),
                        tuple(approved.studentNumber(), Standing.APPROVED),
                        tuple(registered.studentNumber(), Standing.APPROVED),
                        tuple(already.studentNumber(), Standing.NOT_DUE),
                        tuple(withdrawn.studentNumber(), Standing.MISSING));
        var figures = GroupFigures.of("", "", mine, clock.instant());
        assertThat(figures.due()).isEqualTo(7).isEqualTo(figures.collected() + figures.missing() + figures.sentBack());
        assertThat(figures.collected()).isEqualTo(3);
        assertThat(figures.approved()).isEqualTo(2);
        assertThat(figures.registered()).isEqualTo(1);

        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.REGISTRAR, language, PAGE + "?department=" + department)))
                    .contains(absent.name(), "<polyline", department)
                    .doesNotContain("??", "style=", absent.idNumber(), absent.phone());
        }
    }

    @Test
    void filtersShowWhomTheySayAndNonsenseIsRefused() throws Exception {
        var department = department();
        var absent = move(college.enrol(), department);
        var inReview = move(college.inReview(CollectionType.CENTRAL), department);
        var list = PAGE + "?department=" + department;

        assertThat(listed(list + "&step=NOT_APPLIED", absent, inReview)).containsExactly(absent.studentNumber());
        assertThat(listed(list + "&step=REVIEW_PHOTO", absent, inReview)).containsExactly(inReview.studentNumber());
        assertThat(listed(list + "&standing=MISSING", absent, inReview)).containsExactly(absent.studentNumber());
        assertThat(listed(list + "&schoolClass=nowhere", absent, inReview)).isEmpty();
        assertThat(listed(list + "&forecast=DONE", absent, inReview)).isEmpty();
        assertThat(listed(list + "&late=true", absent, inReview)).isEmpty();
        MovableClock.moveBy(Duration.ofDays(20));
        assertThat(listed(list + "&late=true", absent, inReview))
                .containsExactly(absent.studentNumber(), inReview.studentNumber());

        for (var nonsense : List.of("?step=X", "?standing=X", "?forecast=X")) {
            assertThat(see(Staff.REGISTRAR, PAGE + nonsense).getStatus()).isEqualTo(422);
        }
        assertThat(see(Staff.REGISTRAR, PAGE + "?notice=99999999").getStatus()).isEqualTo(404);
        assertThat(see(Staff.REGISTRAR, PAGE + "?page=9999").getStatus()).isEqualTo(200);
        for (var who : List.of(Staff.REVIEWER, Staff.BURSAR, Staff.teacher("teacher1"))) {
            assertThat(see(who, PAGE).getStatus()).isEqualTo(403);
            assertThat(see(who, PAGE + "/students.csv").getStatus()).isEqualTo(403);
        }
    }

    @Test
    void theFileIsForExcelAndNoFormula() throws Exception {
        var department = "=" + department();
        var student = college.enrol();
        jdbc.update("update student set department = ? where id = ?", department, student.id());
        var file = see(Staff.REGISTRAR, PAGE + "/students.csv?standing=MISSING");
        assertThat(file.getContentType()).startsWith("text/csv");
        assertThat(text(file))
                .startsWith("\uFEFF学号,姓名,")
                .contains(student.studentNumber() + "," + student.name() + ",'" + department + ",")
                .doesNotContain(student.idNumber(), student.phone());
    }

    @Test
    void theChosenAreRemindedOnceADay() throws Exception {
        var department = department();
        var absent = move(college.enrol(), department);
        var waiting = move(college.withCode(CollectionType.CENTRAL), department);
        var inReview = move(college.inReview(CollectionType.CENTRAL), department);
        var unreached = move(college.enrol(), department);
        jdbc.update("update student set email_enc = null where id = ?", unreached.id());

        assertThat(remind(department, Map.of()).getStatus()).isEqualTo(422);
        var first = remind(department, Map.of("student", absent.id().toString()));
        assertThat(first.getStatus()).isEqualTo(302);
        assertThat(reminders(absent)).isEqualTo(1);
        assertThat(reminders(waiting)).isZero();

        remind(department, Map.of("all", "true"));
        remind(department, Map.of("all", "true"));
        assertThat(reminders(absent)).isEqualTo(1);
        assertThat(reminders(waiting)).isEqualTo(1);
        assertThat(reminders(inReview)).isZero();
        assertThat(reminders(unreached)).isZero();

        MovableClock.moveBy(Duration.ofDays(1));
        remind(department, Map.of("student", absent.id().toString()));
        assertThat(reminders(absent)).isEqualTo(2);

        assertThat(web.perform(form(PAGE + "/remind", Map.of("all", "true"), Staff.teacher("teacher1")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void howLongStepsTakeIsMeasured() {
        // so far in the future that no other test has finished anything there
        college.publish(terms -> new College.Terms(terms.printWhen(), terms.fourEyes(), 400, terms.cohort()));
        MovableClock.moveBy(Duration.ofDays(300));
        var since = clock.instant();
        var driven = college.withCode(CollectionType.CENTRAL);
        MovableClock.moveBy(Duration.ofDays(3));
        driven.confirmDetails();
        var times = process.stepTimes(since);
        assertThat(times.get(Step.CONFIRM_DETAILS).finished()).isEqualTo(1);
        assertThat(times.get(Step.CONFIRM_DETAILS).median()).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(times).doesNotContainKey(Step.PAY);
    }

    private List<String> listed(String address, Student... among) throws Exception {
        var page = text(see(Staff.REGISTRAR, address));
        return List.of(among).stream()
                .map(Student::studentNumber)
                .filter(page::contains)
                .toList();
    }

    private MockHttpServletResponse remind(String department, Map<String, String> fields) throws Exception {
        return web.perform(form(PAGE + "/remind?department=" + department, fields, Staff.REGISTRAR))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder form(String address, Map<String, String> fields, Staff who) {
        var form = post(address).with(who.signedIn()).with(csrf());
        fields.forEach(form::param);
        return form;
    }

    private int reminders(Student student) {
        return jdbc.queryForObject(
                "select count(*) from outbox where kind = 'OFFICE_REMINDER' and student_id = ?",
                Integer.class,
                student.id());
    }

    private static String department() {
        return "院系" + DEPARTMENTS.incrementAndGet();
    }

    private Student move(DrivenCase driven, String department) {
        return move(student(driven), department);
    }

    private Student move(Student student, String department) {
        roster.correct(student.id(), Map.of(RosterField.DEPARTMENT, department));
        return roster.byId(student.id());
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
