package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What was typed survives a closed page. */
class DraftTest extends PageTest {

    private static final String RESTORED = "已恢复上次填写的内容";

    private void types(MockHttpServletRequestBuilder draft) throws Exception {
        web.perform(draft).andExpect(status().isNoContent());
    }

    private long drafts(Student student) {
        return jdbc.queryForObject("select count(*) from draft where student_id = ?", Long.class, student.id());
    }

    @Test
    void theStartFormComesBackWithoutConsents() throws Exception {
        var student = cases.enrol();
        assertThat(page("/my/apply", student)).doesNotContain(RESTORED);
        types(send("/my/drafts/apply", student)
                .param("collectionType", "CENTRAL")
                .param("codeLater", "true")
                .param("consents", "PRIVACY")
                .param("acknowledged", "true"));
        var form = page("/my/apply", student);
        assertThat(form).contains(RESTORED).containsPattern("value=\"CENTRAL\"[^>]*checked");
        assertThat(form).containsPattern("name=\"codeLater\"[^>]*checked");
        assertThat(form).doesNotContainPattern("name=\"consents\"[^>]*checked");
        refused(422, "请勾选", send("/my/apply", student).param("collectionType", "INDIVIDUAL"));
        assertThat(page("/my/apply", student)).containsPattern("value=\"INDIVIDUAL\"[^>]*checked");
        web.perform(send("/my/apply", student)
                        .param("collectionType", "INDIVIDUAL")
                        .param("consents", "PRIVACY", "PHOTO")
                        .param("acknowledged", "true"))
                .andExpect(redirectedUrl("/my"));
        assertThat(drafts(student)).isZero();
    }

    @Test
    void theAddressComesBackAndIsEncrypted() throws Exception {
        var driven = cases.paid(CollectionType.INDIVIDUAL).uploadPhoto(College.portrait());
        var student = studentOf(driven);
        types(send("/my/drafts/delivery", student)
                .param("method", "POST")
                .param("recipient", "李小红")
                .param("street", "旧的街道"));
        types(send("/my/drafts/delivery", student)
                .param("method", "POST")
                .param("recipient", "李小红")
                .param("street", "长".repeat(600)));
        assertThat(page("/my/delivery", student)).contains(RESTORED, "李小红", "长".repeat(500));
        assertThat(drafts(student)).isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select content_enc from draft where student_id = ?", String.class, student.id()))
                .doesNotContain("李小红", "recipient");
        refused(422, "收件地址不完整", address(student).param("street", ""));
        assertThat(page("/my/delivery", student)).contains(RESTORED, "王小明");
        web.perform(address(student).param("street", "示例路1号")).andExpect(redirectedUrl("/my"));
        assertThat(drafts(student)).isZero();
        assertThat(page("/my/delivery", student)).doesNotContain(RESTORED).contains("示例路1号");
    }

    private MockHttpServletRequestBuilder address(Student student) {
        return send("/my/delivery", student)
                .param("method", "POST")
                .param("recipient", "王小明")
                .param("phone", "13800001234")
                .param("province", "四川省")
                .param("city", "德阳市")
                .param("district", "旌阳区");
    }

    @Test
    void theDisputeComesBackUntilThirtyDaysAreOver() throws Exception {
        var student = studentOf(cases.withCode(CollectionType.INDIVIDUAL));
        types(send("/my/drafts/dispute", student)
                .param("disputed", "NAME", "MAJOR")
                .param("explanation", "名字应为王晓明"));
        assertThat(page("/my/details", student))
                .contains(RESTORED, "名字应为王晓明")
                .containsPattern("value=\"MAJOR\"[^>]*checked");
        MovableClock.moveBy(Duration.ofDays(31));
        assertThat(web.perform(open("/my/details", student))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(RESTORED);
        assertThat(drafts(student)).isZero();
    }

    @Test
    void aDisputeThatWasSentLeavesNoDraft() throws Exception {
        var student = studentOf(cases.withCode(CollectionType.INDIVIDUAL));
        var wrong = send("/my/details", student).param("answered", "wrong").param("explanation", "名字应为王晓明");
        refused(422, "请勾选有误的项目", wrong);
        assertThat(page("/my/details", student)).contains(RESTORED, "名字应为王晓明");
        web.perform(wrong.param("disputed", "NAME")).andExpect(redirectedUrl("/my"));
        assertThat(drafts(student)).isZero();
    }

    @Test
    void draftsAreTheStudentsOwnAndOfKnownFormsOnly() throws Exception {
        var student = cases.enrol();
        refused(422, "请选择页面上提供的一项", send("/my/drafts/code", student).param("x", "1"));
        types(send("/my/drafts/apply", student).param("codePicture", "x").param("collectionType", " "));
        assertThat(drafts(student)).isZero();
        web.perform(post("/my/drafts/apply").with(authentication(as(student)))).andExpect(status().isForbidden());
        types(send("/my/drafts/apply", student).param("collectionType", "CENTRAL"));
        assertThat(page("/my/apply", cases.enrol())).doesNotContain(RESTORED);
    }
}
