package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.review.RejectionReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** "My" in every state that a student meets, in both languages; and what it is protected by. N13, N15, N18–N21, N24, N25. */
class MyPagesTest extends PageTest {

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var page = web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        // a text without a translation shows its key between question marks
        assertThat(page).doesNotContain("??").doesNotContain(" style=");
        return page;
    }

    private String my(DrivenCase driven) throws Exception {
        var student = studentOf(driven);
        page(open("/my?lang=en", student));
        return page(open("/my?lang=zh", student));
    }

    @Test
    void theNoticeAndItsGuidesAreOpenToAll() throws Exception {
        for (var lang : List.of("zh", "en")) {
            for (var path : List.of(
                    "/",
                    "/guides/code-web",
                    "/guides/code-wechat",
                    "/guides/code-app",
                    "/guides/photo",
                    "/privacy",
                    "/sign-in",
                    "/login")) {
                assertThat(page(get(path).param("lang", lang)))
                        .contains("0838-0000000")
                        .contains("tel:0838-0000000");
            }
        }
        assertThat(page(get("/"))).contains("距截止还有", "无法领取毕业证书", "不得着蓝色或绿色的衣服");
        assertThat(page(get("/").header("Accept-Language", "en-GB"))).contains("days", "Start");
        assertThat(page(get("/").header("Accept-Language", "fr"))).contains("开始采集");
        web.perform(get("/guides/other")).andExpect(status().isNotFound());
    }

    @Test
    void everyPageCarriesTheStrictPolicy() throws Exception {
        web.perform(get("/"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; connect-src 'self';"
                                        + " img-src 'self' data: blob:; frame-ancestors 'none'; form-action 'self'; base-uri 'none';"
                                        + " object-src 'none'"));
    }

    @Test
    void aNewStudentIsLedToTheStartForm() throws Exception {
        var student = cases.enrol();
        web.perform(open("/my", student)).andExpect(redirectedUrl("/my/apply"));
        var form = page(open("/my/apply", student));
        assertThat(form).contains("照片寄给我", "照片送到学校", "********").doesNotContain(student.idNumber());
    }

    @Test
    void myShowsWhatToDoNow() throws Exception {
        assertThat(my(cases.apply(cases.enrol()))).contains("获取并上传图像采集码", "/my/code");
        assertThat(my(cases.apply(cases.enrol(row -> row.admissionType(null))))).contains("目前不需要您操作", "确认采集资格");
        assertThat(my(cases.apply(cases.enrol(row -> row.recordStatus("退学"))))).contains("您不在本次采集范围内");
        var driven = cases.withCode(CollectionType.INDIVIDUAL);
        assertThat(my(driven)).contains("/my/details");
        assertThat(my(driven.confirmDetails())).contains("/my/payment");
        assertThat(my(driven.payAtCounter())).contains("财务处");
    }

    @Test
    void theWayOfThePhotoIsToldWithReasons() throws Exception {
        var driven = cases.paid(CollectionType.INDIVIDUAL).uploadPhoto(College.smallPicture());
        assertThat(my(driven)).contains("不足 480×640 像素", "检测未通过");
        driven.uploadPhoto(College.portrait());
        assertThat(my(driven)).contains("/my/delivery");
        driven.havePrintsPosted(College.ADDRESS);
        assertThat(my(driven)).contains("待审核", "审核老师").doesNotContain("示例路1号");
        driven.rejectPhoto(College.REVIEWER, RejectionReason.JEWELLERY);
        assertThat(my(driven)).contains("佩戴首饰", "请取下耳环", "退回重传");
    }

    @Test
    void fromTheRegistryToTheCertificate() throws Exception {
        var driven = cases.registered(CollectionType.INDIVIDUAL);
        var student = studentOf(driven);
        assertThat(my(driven)).contains("图像校对", "我已完成图像校对", "妥善保管");
        web.perform(send("/my/registry-confirmed", student)).andExpect(redirectedUrl("/my"));
        refused(409, "这一步现在不需要", send("/my/registry-confirmed", student));
        assertThat(page(open("/my/diagram", student))).contains("data-positions", "makePrints");
        page(open("/my/diagram?lang=en", student));
    }

    @Test
    void aComparisonThatDidNotPassAsksForEvidence() throws Exception {
        var driven = cases.released(CollectionType.CENTRAL)
                .enterDelivered(College.REGISTRAR)
                .enterComparison(Comparison.UNSURE, College.REGISTRAR);
        var student = studentOf(driven);
        assertThat(my(driven)).contains("提供身份复核材料");
        refused(422, "请至少上传一张材料照片", send("/my/evidence", student).param("remark", ""));
        refused(
                422,
                "请先选择材料的照片",
                upload("/my/evidence/pictures", "picture", new byte[0], student).param("kind", "ID_CARD"));
        refused(
                422,
                "请",
                upload("/my/evidence/pictures", "picture", College.portrait(), student)
                        .param("kind", "PASSWORD"));
        web.perform(upload("/my/evidence/pictures", "picture", College.portrait(), student)
                        .param("kind", "ID_CARD"))
                .andExpect(redirectedUrl("/my/evidence"));

        var picture = jdbc.queryForObject(
                "select max(id) from evidence where application_id = ?",
                Long.class,
                applications.byNumber(driven.number()).id());
        assertThat(page(open("/my/evidence", student))).contains("/my/evidence/" + picture, "户口簿");
        page(open("/my/evidence?lang=en", student));
        web.perform(open("/my/evidence/" + picture, student)).andExpect(status().isOk());
        var other = studentOf(cases.withCode(CollectionType.CENTRAL));
        web.perform(open("/my/evidence/" + picture, other)).andExpect(status().isNotFound());

        web.perform(send("/my/evidence", student)).andExpect(redirectedUrl("/my"));
        refused(
                409,
                "这一步现在不需要或已经完成",
                upload("/my/evidence/pictures", "picture", College.portrait(), student)
                        .param("kind", "ID_CARD"));
    }

    @Test
    void aWithdrawnApplicationCanBeMadeAnew() throws Exception {
        var driven = cases.withCode(CollectionType.CENTRAL);
        page(open("/my/withdraw", studentOf(driven)));
        web.perform(send("/my/withdraw", studentOf(driven))).andExpect(redirectedUrl("/my"));
        assertThat(my(driven)).contains("您撤回了申请", "/my/apply");
        page(open("/my/apply", studentOf(driven)));
    }

    @Test
    void theStudentChoosesMessagesAndLanguage() throws Exception {
        var student = cases.enrol();
        cases.apply(student);
        web.perform(send("/my/messages", student).param("results", "true")).andExpect(redirectedUrl("/my"));
        page(open("/my?lang=en", student));
        var kept = roster.byId(student.id());
        assertThat(kept.wantsResults()).isTrue();
        assertThat(kept.wantsOrderStatus()).isFalse();
        assertThat(kept.wantsOrderExceptions()).isFalse();
        assertThat(kept.language()).isEqualTo("en");
    }

    @Test
    void theModelsAreServedByNameOnly() throws Exception {
        web.perform(get("/diagrams/graduatePhoto.bpmn")).andExpect(status().isOk());
        web.perform(get("/diagrams/other.bpmn")).andExpect(status().isNotFound());
    }

    @Test
    void strangersAreSentToTheirSignIn() throws Exception {
        web.perform(get("/my")).andExpect(redirectedUrl("http://localhost/sign-in"));
        web.perform(get("/my/photo")).andExpect(redirectedUrl("http://localhost/sign-in"));
        web.perform(get("/office")).andExpect(redirectedUrl("http://localhost/login"));
        web.perform(open("/office", cases.enrol())).andExpect(status().isForbidden());
        web.perform(get("/actuator/health")).andExpect(status().isOk());
        web.perform(get("/actuator/prometheus")).andExpect(status().isUnauthorized());
    }
}
