package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the registrar sees to decide: documents of a doubtful student, claims of a dispute; and the page that corrects (N02, N10). */
class CorrectionPageTest extends OfficeTest {

    @Autowired
    private EvidenceFile evidence;

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private Details details;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theRegistrarCorrectsARowAndTheCaseFollows() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        var page = "/office/cases/correct?number=" + driven.number();
        assertThat(text(see(Staff.REGISTRAR, "/office/cases?number=" + driven.number())))
                .contains("/office/cases/correct");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.REGISTRAR, language, page)))
                    .contains(student(driven).name(), student(driven).maskedIdNumber())
                    .doesNotContain(
                            "??", student(driven).idNumber(), student(driven).phone());
        }
        assertThat(see(Staff.MAILROOM, page).getStatus()).isEqualTo(403);
        assertThat(correct(driven, "field_NAME", "王晓明", " ").getStatus()).isEqualTo(422);
        var wrong = correct(driven, "field_ID_NUMBER", "510699199902290031", "证件号录入有误");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("证件号有误");
        assertThat(correct(driven, "field_NAME", "王晓明", "姓名录入有误").getStatus()).isEqualTo(302);
        assertThat(student(driven).name()).isEqualTo("王晓明");
        assertThat(cases.taskOf(driven, Step.RECONFIRM_DETAILS)).isNotBlank();
    }

    @Test
    void aDoubtfulCaseIsDecidedWithTheDocumentsInView() throws Exception {
        var driven = cases.at(Step.DECIDE_ELIGIBILITY);
        var task = "/office/tasks/" + cases.taskOf(driven, Step.DECIDE_ELIGIBILITY);
        assertThat(text(see(Staff.REGISTRAR, task + "/form"))).contains("学生还没有提供材料", "休学", "/ask-evidence");
        assertThat(text(see(Staff.REGISTRAR, Locale.ENGLISH, task + "/ask-evidence")))
                .doesNotContain("??");
        assertThat(ask(task, " ").getStatus()).isEqualTo(422);
        assertThat(ask(task, "请上传学籍证明").getStatus()).isEqualTo(302);

        eligibility.provide(driven.number(), evidence.prepare(College.portrait()), "student");
        var shown = eligibility.evidenceOf(driven.number()).get(0);
        var form = text(see(Staff.REGISTRAR, task + "/form"));
        assertThat(form).contains("请上传学籍证明", "/evidence/" + shown.id());
        assertThat(see(Staff.REGISTRAR, task + "/evidence/" + shown.id()).getStatus())
                .isEqualTo(200);
        assertThat(see(Staff.BURSAR, task + "/evidence/" + shown.id()).getStatus())
                .isEqualTo(404);
        assertThat(jdbc.queryForObject(
                        "select count(*) from photo_view where purpose = 'DECIDE_ELIGIBILITY'", Long.class))
                .isPositive();
    }

    @Test
    void aDisputeShowsRosterClaimAndEvidenceSideBySide() throws Exception {
        var driven = college.withCode(CollectionType.CENTRAL);
        details.dispute(
                driven.number(),
                Map.of(DetailField.MAJOR, "会计学"),
                null,
                Map.of(DetailField.MAJOR, evidence.prepare(College.portrait())));
        var task = "/office/tasks/" + cases.taskOf(driven, Step.RESOLVE_DISPUTE);
        var shown =
                evidence.of(application(driven).id(), EvidencePurpose.DISPUTE).get(0);
        assertThat(text(see(Staff.REGISTRAR, task + "/form")))
                .contains("大数据与会计", "会计学", "decision_MAJOR", "value_MAJOR", "/evidence/" + shown.id());
        assertThat(see(Staff.REGISTRAR, task + "/evidence/" + shown.id()).getStatus())
                .isEqualTo(200);
    }

    @Test
    void theBursarSeesTheSlipInTheForm() throws Exception {
        var driven = cases.at(Step.CONFIRM_PAYMENT);
        var slip = evidence.add(
                application(driven).id(),
                EvidencePurpose.TRANSFER,
                null,
                evidence.prepare(College.portrait()),
                "student");
        var task = "/office/tasks/" + cases.taskOf(driven, Step.CONFIRM_PAYMENT);
        assertThat(text(see(Staff.BURSAR, task + "/form")))
                .contains("20260601-77", "/evidence/" + slip.id(), "value=\"20.00\"");
        assertThat(see(Staff.BURSAR, task + "/evidence/" + slip.id()).getStatus())
                .isEqualTo(200);
    }

    private MockHttpServletResponse correct(DrivenCase driven, String field, String value, String reason)
            throws Exception {
        return web.perform(post("/office/cases/correct")
                        .param("number", driven.number())
                        .param(field, value)
                        .param("reason", reason)
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse ask(String task, String note) throws Exception {
        return web.perform(post(task + "/ask-evidence")
                        .param("note", note)
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
