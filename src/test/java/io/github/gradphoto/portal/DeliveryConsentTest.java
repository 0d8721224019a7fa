package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.SubmitApplication;
import io.github.gradphoto.demo.CaseDriver;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nothing goes to a courier without the student's consent, which can be given later (N08, N19). */
class DeliveryConsentTest extends PageTest {

    @Autowired
    private SubmitApplication submit;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Clock clock;

    @Test
    void postIsRefusedWithoutTheConsentAndAcceptedWithIt() throws Exception {
        var driven = withoutConsent();
        var student = studentOf(driven);
        var page = web.perform(open("/my/delivery", student))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("courierConsent", "我同意把收件信息提供给快递公司");
        refused(422, "邮寄须同意", byPost(student));
        web.perform(byPost(student).param("courierConsent", "true")).andExpect(redirectedUrl("/my"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from consent where kind = 'COURIER' and application_id = ?",
                        Long.class,
                        applications.byNumber(driven.number()).id()))
                .isEqualTo(1);
        assertThat(web.perform(open("/my/delivery", student))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("courierConsent")
                .contains(College.ADDRESS.street());
        // once given it is enough
        web.perform(byPost(student)).andExpect(redirectedUrl("/my"));
    }

    @Test
    void pickupNeedsNone() throws Exception {
        var driven = withoutConsent();
        web.perform(send("/my/delivery", studentOf(driven)).param("method", "PICKUP"))
                .andExpect(redirectedUrl("/my"));
    }

    private MockHttpServletRequestBuilder byPost(Student student) {
        return send("/my/delivery", student)
                .param("method", "POST")
                .param("recipient", College.ADDRESS.recipient())
                .param("phone", College.ADDRESS.phone())
                .param("province", College.ADDRESS.province())
                .param("city", College.ADDRESS.city())
                .param("district", College.ADDRESS.district())
                .param("street", College.ADDRESS.street());
    }

    private DrivenCase withoutConsent() {
        var application = submit.submit(new SubmitApplication.Command(
                cases.enrol().id(), CollectionType.INDIVIDUAL, Set.of(ConsentKind.PRIVACY, ConsentKind.PHOTO), true));
        return driver.of(application.number())
                .uploadCode(College.Cases.newCode())
                .confirmDetails()
                .payAtCounter()
                .confirmPayment(LocalDate.now(clock), College.BURSAR)
                .uploadPhoto(College.portrait());
    }
}
