package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.RequestBuilder;

/** What students show the office: 学籍证明, evidence for a disputed field; and how they confirm a correction (N02, N10). */
class OwnDocumentsTest extends PageTest {

    @Autowired
    private EvidenceFile evidence;

    @Autowired
    private Details details;

    @Autowired
    private RosterCorrections corrections;

    @Test
    void aDoubtfulStudentShowsACertificateOfEnrolment() throws Exception {
        var driven = cases.apply(cases.enrol(row -> row.admissionType(null)));
        var student = studentOf(driven);
        assertThat(text(open("/my", student))).contains("/my/eligibility");
        assertThat(text(open("/my/eligibility?lang=en", student))).doesNotContain("??");
        assertThat(text(open("/my/eligibility?lang=zh", student))).contains("学籍证明");
        refused(422, "JPG、PNG 或 WebP", upload("/my/eligibility", "picture", bytes("<svg/>"), student));
        web.perform(upload("/my/eligibility", "picture", College.portrait(), student))
                .andExpect(redirectedUrl("/my/eligibility"));
        var kept = evidence.of(applications.byNumber(driven.number()).id(), EvidencePurpose.ELIGIBILITY);
        assertThat(kept).hasSize(1);
        assertThat(text(open("/my/eligibility", student)))
                .contains("/my/evidence/" + kept.get(0).id());

        driven.decideEligibility(true, "已核实", College.REGISTRAR);
        web.perform(open("/my/eligibility", student)).andExpect(redirectedUrl("/my"));
        refused(409, "这一步现在不需要", upload("/my/eligibility", "picture", College.portrait(), student));
    }

    @Test
    void aDisputeNamesTheRightValueAndItsEvidenceFieldByField() throws Exception {
        var driven = cases.withCode(CollectionType.INDIVIDUAL);
        var student = studentOf(driven);
        assertThat(text(open("/my/details?lang=en", student))).doesNotContain("??");
        assertThat(text(open("/my/details?lang=zh", student))).contains("正确的“姓名”");
        refused(
                422,
                "写明正确内容",
                send("/my/details", student).param("answered", "wrong").param("disputed", "NAME"));
        web.perform(upload("/my/details", "evidence_NAME", College.portrait(), student)
                        .param("answered", "wrong")
                        .param("disputed", "NAME")
                        .param("disputed", "MAJOR")
                        .param("claimed_NAME", "阿依古丽·买买提")
                        .param("claimed_MAJOR", "会计学")
                        .param("claimed_CAMPUS", "没有勾选的不算"))
                .andExpect(redirectedUrl("/my"));
        var dispute = details.latest(driven.number()).orElseThrow();
        assertThat(dispute.claims())
                .extracting(claim -> claim.field() + "=" + claim.claimed())
                .containsExactly("NAME=阿依古丽·买买提", "MAJOR=会计学");
        assertThat(evidence.of(applications.byNumber(driven.number()).id(), EvidencePurpose.DISPUTE))
                .extracting(one -> one.item())
                .containsExactly(DetailField.NAME.name());
        driven.resolveDispute(true, "已按身份证更正", College.REGISTRAR);
        assertThat(text(open("/my/details", student))).contains("阿依古丽·买买提", "会计学", "已按身份证更正");
    }

    @Test
    void aCorrectedDetailIsConfirmedOnMy() throws Exception {
        var driven = cases.paid(CollectionType.INDIVIDUAL);
        var student = studentOf(driven);
        corrections.correct(driven.number(), Map.of(RosterField.NAME, "王晓明"), "名册有误", College.REGISTRAR);
        assertThat(text(open("/my", student))).contains("核对更正后的个人信息", "/my/photo");
        assertThat(text(open("/my/details?lang=en", student))).doesNotContain("??", "name=\"disputed\"");
        assertThat(text(open("/my/details?lang=zh", student))).contains("王晓明", "更正后的信息无误");
        refused(409, "这一步现在不需要", send("/my/details", student).param("answered", "wrong"));
        web.perform(send("/my/details", student).param("answered", "again")).andExpect(redirectedUrl("/my"));
        refused(409, "这一步现在不需要", send("/my/details", student).param("answered", "again"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(RequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
