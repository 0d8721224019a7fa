package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What students may get wrong: a clear message, a 4xx, and nothing changed. N02, N05–N07, N10, N11, N12, N19, N23. */
class BadInputTest extends PageTest {

    private static final String[] DECLARED = {
        "OWN_AND_RECENT",
        "NO_JEWELLERY",
        "NOT_RETOUCHED",
        "NOT_A_PHOTO_OF_A_PHOTO",
        "NO_GLARE",
        "EARS_VISIBLE",
        "CLOTHES"
    };
    private static final byte[] TEXT = "not a picture".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEIC = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void theStartFormNeedsItsConsentsAndATypeThatIsOffered() throws Exception {
        var student = cases.enrol();
        refused(
                422,
                "请勾选必须同意的各项",
                send("/my/apply", student)
                        .param("collectionType", "CENTRAL")
                        .param("consents", "PRIVACY")
                        .param("acknowledged", "true"));
        refused(
                422,
                "请勾选必须同意的各项",
                send("/my/apply", student).param("collectionType", "CENTRAL").param("consents", "PRIVACY", "PHOTO"));
        refused(
                422,
                "请选择页面上提供的一项",
                send("/my/apply", student)
                        .param("collectionType", "ELSEWHERE")
                        .param("consents", "PRIVACY", "PHOTO")
                        .param("acknowledged", "true"));
    }

    @Test
    void othersThanTheAudienceAreRefusedBeforeThePayment() throws Exception {
        refused(409, "只面向通知所列年级", open("/my/apply", cases.enrol(row -> row.cohort(2019))));
        var registered = cases.enrol(row -> row.photoRegistered(true));
        refused(409, "不需要再次采集", open("/my/apply", registered));
        refused(
                409,
                "不需要再次采集",
                send("/my/apply", registered)
                        .param("collectionType", "CENTRAL")
                        .param("consents", "PRIVACY", "PHOTO")
                        .param("acknowledged", "true"));
    }

    @Test
    void aStartFormThatIsPostedTwiceStartsOnce() throws Exception {
        var student = cases.enrol();
        web.perform(send("/my/apply", student)
                        .param("collectionType", "CENTRAL")
                        .param("consents", "PRIVACY", "PHOTO")
                        .param("acknowledged", "true"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/my"));
        refused(
                409,
                "您已经提交过",
                send("/my/apply", student)
                        .param("collectionType", "CENTRAL")
                        .param("consents", "PRIVACY", "PHOTO")
                        .param("acknowledged", "true"));
    }

    @Test
    void aCodeThatCannotBeReadIsRefused() throws Exception {
        var student = studentOf(cases.apply(cases.enrol()));
        refused(422, "请先选择采集码图片", upload("/my/code", "codePicture", new byte[0], student));
        refused(422, "不是 JPG、PNG 或 WebP", upload("/my/code", "codePicture", TEXT, student));
        refused(422, "没有从图片中读到二维码", upload("/my/code", "codePicture", College.portrait(), student));
        refused(422, "请写明原因", send("/my/code/manual", student).param("reason", " "));
        refused(422, "最多 300 个字", send("/my/code/manual", student).param("reason", "长".repeat(301)));
    }

    @Test
    void picturesThatAreNoPhotoAreRefused() throws Exception {
        var student = studentOf(cases.paid(CollectionType.CENTRAL));
        var broken = Arrays.copyOf(College.portrait(), 2000);
        refused(422, "没有收到照片", photo(new byte[0], student));
        refused(422, "不是 JPG、PNG 或 WebP", photo(TEXT, student));
        refused(422, "HEIC", photo(HEIC, student));
        refused(422, "照片文件已损坏", photo(broken, student));
        refused(422, "15 MB", photo(new byte[16 * 1024 * 1024], student));
        refused(
                422,
                "请选择页面上提供的一项",
                upload("/my/photo", "photo", College.portrait(), student)
                        .param("source", "ELSEWHERE")
                        .param("declared", DECLARED));
        refused(
                422,
                "请先逐项确认照片符合要求",
                upload("/my/photo", "photo", College.portrait(), student)
                        .param("source", "CAMERA")
                        .param("declared", "NO_JEWELLERY", "EARS_VISIBLE"));
        refused(
                422,
                "请选择页面上提供的一项",
                upload("/my/photo", "photo", College.portrait(), student)
                        .param("source", "CAMERA")
                        .param("declared", "true"));
        refused(422, "取景框超出了照片范围", photo(College.portrait(), student, "0.9", "0.9", "0.9"));
        refused(422, "取景框超出了照片范围", photo(College.portrait(), student, "x", "NaN", "0"));
    }

    private MockMultipartHttpServletRequestBuilder photo(byte[] content, Student student, String... frame) {
        var request = upload("/my/photo", "photo", content, student);
        request.param("source", "CAMERA").param("declared", DECLARED);
        if (frame.length == 3) {
            request.param("frameX", frame[0]).param("frameY", frame[1]).param("frameWidth", frame[2]);
        }
        return request;
    }

    @Test
    void detailsNeedAGoodContactOrADispute() throws Exception {
        var student = studentOf(cases.withCode(CollectionType.CENTRAL));
        var page = refused(
                422,
                "电子邮箱格式不正确",
                send("/my/details", student)
                        .param("answered", "right")
                        .param("email", "nonsense")
                        .param("phone", "13800001234"));
        assertThat(page).contains("value=\"nonsense\"");
        refused(
                422,
                "11 位手机号码",
                send("/my/details", student)
                        .param("answered", "right")
                        .param("email", "a@qq.com")
                        .param("phone", "12"));
        refused(422, "请勾选有误的项目", send("/my/details", student).param("answered", "wrong"));
        refused(
                422,
                "请选择页面上提供的一项",
                send("/my/details", student)
                        .param("answered", "wrong")
                        .param("disputed", "NOTHING")
                        .param("explanation", "x"));
    }

    @Test
    void onlyWaysOfPayingThatAreOfferedAreTaken() throws Exception {
        var student = studentOf(cases.withCode(CollectionType.CENTRAL).confirmDetails());
        refused(422, "目前没有提供这种方式", send("/my/payment", student).param("method", "WECHAT"));
        refused(422, "请选择页面上提供的一项", send("/my/payment", student).param("method", "GOLD"));
        refused(422, "转账流水号", send("/my/payment", student).param("method", "TRANSFER"));
        var page = web.perform(open("/my/payment", student))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("¥20.00").doesNotContain("WECHAT");
    }

    @Test
    void anAddressHasToBeComplete() throws Exception {
        var student = studentOf(cases.paid(CollectionType.INDIVIDUAL).uploadPhoto(College.portrait()));
        refused(
                422,
                "请填写收件人",
                send("/my/delivery", student).param("method", "POST").param("phone", "13800001234"));
        refused(422, "目前没有提供这种方式", send("/my/delivery", student).param("method", "CLASS"));
        web.perform(send("/my/delivery", student).param("method", "PICKUP")).andExpect(redirectedUrl("/my"));
    }

    @Test
    void aStepOutOfOrderOrDoneTwiceIsRefused() throws Exception {
        var driven = cases.withCode(CollectionType.CENTRAL);
        var student = studentOf(driven);
        refused(409, "这一步现在不需要或已经完成", send("/my/payment", student).param("method", "COUNTER"));
        refused(409, "这一步现在不需要或已经完成", photo(College.portrait(), student));
        refused(409, "这一步现在不需要或已经完成", send("/my/registry-confirmed", student));
        refused(409, "这一步现在不需要或已经完成", send("/my/prints-received", student));
        refused(409, "照片的报送状态已变化", send("/my/evidence", student).param("remark", "户口簿"));
        driven.confirmDetails();
        refused(
                409,
                "这一步现在不需要或已经完成",
                send("/my/details", student)
                        .param("answered", "right")
                        .param("email", "a@qq.com")
                        .param("phone", "13800001234"));
        web.perform(open("/my/details", student)).andExpect(redirectedUrl("/my"));
    }

    @Test
    void afterTheCloseNothingIsTaken() throws Exception {
        var student = studentOf(cases.withCode(CollectionType.CENTRAL));
        var other = cases.enrol();
        MovableClock.moveTo(notice.closesAt().plus(Duration.ofSeconds(1)));
        refused(
                409,
                "采集时间已过",
                send("/my/details", student)
                        .param("answered", "right")
                        .param("email", "a@qq.com")
                        .param("phone", "13800001234"));
        refused(
                409,
                "采集时间已过",
                send("/my/apply", other)
                        .param("collectionType", "CENTRAL")
                        .param("consents", "PRIVACY", "PHOTO")
                        .param("acknowledged", "true"));
        var page = web.perform(open("/my", student)).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("教务处正在决定能否补办").doesNotContain(">去完成<");
    }

    @Test
    void aPhotoThatWasReleasedCannotBeWithdrawn() throws Exception {
        var student = studentOf(cases.released(CollectionType.CENTRAL));
        refused(409, "不能自行撤回", send("/my/withdraw", student));
        var early = studentOf(cases.inReview(CollectionType.CENTRAL));
        web.perform(send("/my/withdraw", early)).andExpect(redirectedUrl("/my"));
        refused(409, "这个申请已经结束", send("/my/withdraw", early));
    }

    @Test
    void nobodySeesAnotherStudentsPhoto() throws Exception {
        var mine = cases.inReview(CollectionType.CENTRAL);
        var page = web.perform(open("/my", studentOf(mine)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var picture = page.replaceAll("(?s).*?(/my/photos/\\d+/standard).*", "$1");
        var answer = web.perform(open(picture, studentOf(mine)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Cache-Control")).contains("no-store").contains("private");
        var other = studentOf(cases.inReview(CollectionType.CENTRAL));
        web.perform(open(picture, other)).andExpect(status().isNotFound());
    }
}
