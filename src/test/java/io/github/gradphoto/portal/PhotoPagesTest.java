package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Declaration;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.process.College;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** 上传照片 and 检测结果 as a browser without JavaScript gets them; the camera and the frame are seen in a browser test. N12, N13. */
class PhotoPagesTest extends PageTest {

    @Autowired
    private Photos photos;

    /** All pictures are worked on in one line; 20 a minute are enough for one who takes and retakes. */
    @Test
    void aStudentWhoSendsPictureAfterPictureWaitsAMinute() throws Exception {
        var student = studentOf(cases.paid(CollectionType.CENTRAL));
        for (int i = 0; i < 20; i++) {
            refused(422, "没有收到照片", upload("/my/photo/frame", "photo", new byte[0], student));
        }
        refused(429, "您在一分钟内传了很多次照片", upload("/my/photo/frame", "photo", new byte[0], student));
        refused(429, "您在一分钟内传了很多次照片", upload("/my/photo", "photo", College.portrait(), student));
        refused(429, "您在一分钟内传了很多次照片", upload("/my/code", "codePicture", College.portrait(), student));
        for (var page : List.of("/my/eligibility", "/my/proxy")) {
            refused(429, "您在一分钟内传了很多次照片", upload(page, "picture", College.portrait(), student));
        }
        page("/my/photo", student);
        var other = studentOf(cases.paid(CollectionType.CENTRAL));
        refused(422, "没有收到照片", upload("/my/photo/frame", "photo", new byte[0], other));
    }

    @Test
    void aRefusedPhotoIsShownWithWhatIsWrongAndHowToMendIt() throws Exception {
        var driven = cases.paid(CollectionType.CENTRAL);
        var student = studentOf(driven);
        sends(College.smallPicture(), student).andExpect(status().is3xxRedirection());
        var photo = photos.current(driven.number());
        assertThat(photo.state()).isEqualTo(Photo.State.REFUSED_BY_CHECK);

        var page = text("/my/photos/" + photo.id(), student);
        assertThat(page)
                .contains("这张照片不能用，请重拍")
                .contains("取景框里的画面不足 480×640 像素")
                .contains("请上传原图，或离镜头近一些重拍。")
                .contains("/img/photo/lowResolution.svg")
                .contains("/my/photos/" + photo.id() + "/standard")
                .contains("<svg viewBox=\"0 0 480 640\"")
                .contains("重新拍照");
        assertThat(text("/my", student)).contains("取景框里的画面不足 480×640 像素", "检测结果");
    }

    @Test
    void anAcceptedPhotoWaitsForItsReviewAndMayBeReplaced() throws Exception {
        var driven = cases.paid(CollectionType.CENTRAL);
        var student = studentOf(driven);
        var answer = sends(College.portrait(), student);
        var photo = photos.current(driven.number());
        answer.andExpect(redirectedUrl("/my/photos/" + photo.id()));
        assertThat(photo.state()).isEqualTo(Photo.State.IN_REVIEW);
        assertThat(text("/my/photos/" + photo.id(), student)).contains("照片已收到，等待审核", "换一张照片");
    }

    @Test
    void aRefusedReplacementIsShownAndNotKept() throws Exception {
        var driven = cases.inReview(CollectionType.CENTRAL);
        var page = refused(422, "新照片没有通过检测，原来的照片保留", form(College.smallPicture(), studentOf(driven)));
        assertThat(page).contains("data:image/jpeg;base64,").contains("取景框里的画面不足 480×640 像素");
    }

    @Test
    void nobodySeesAnothersVerdict() throws Exception {
        var other = photos.current(cases.inReview(CollectionType.CENTRAL).number());
        var student = studentOf(cases.inReview(CollectionType.CENTRAL));
        refused(404, "没有找到照片", open("/my/photos/" + other.id(), student));
        refused(404, "没有找到照片", open("/my/photos/x", student));
    }

    @Test
    void theFrameIsProposedOnACopyThatIsNotKept() throws Exception {
        var driven = cases.paid(CollectionType.CENTRAL);
        var student = studentOf(driven);
        var before = data();
        web.perform(upload("/my/photo/frame", "photo", College.portrait(), student))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.frame.width").isNumber());
        refused(422, "没有收到照片", upload("/my/photo/frame", "photo", new byte[0], student));
        assertThat(data()).isEqualTo(before);
        var done = studentOf(cases.released(CollectionType.CENTRAL));
        refused(409, "这一步", upload("/my/photo/frame", "photo", College.portrait(), done));
    }

    @Test
    void theCameraIsOursAloneAndTheFinderOfFacesComesFromHere() throws Exception {
        var driven = cases.paid(CollectionType.CENTRAL);
        web.perform(open("/my/photo", studentOf(driven)))
                .andExpect(header().string("Permissions-Policy", "camera=(self), microphone=(), geolocation=()"))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))));
        web.perform(open("/face-api/model/tiny_face_detector_model.bin", studentOf(driven)))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=2592000, public"))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsByteArray()).hasSize(193_321));
        web.perform(open("/face-api/dist/face-api.esm.js", studentOf(driven)))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/javascript"));
    }

    private ResultActions sends(byte[] picture, Student student) throws Exception {
        return web.perform(form(picture, student));
    }

    private MockMultipartHttpServletRequestBuilder form(byte[] picture, Student student) {
        var form = upload("/my/photo", "photo", picture, student);
        form.param("source", "ALBUM")
                .param(
                        "declared",
                        Arrays.stream(Declaration.values()).map(Enum::name).toArray(String[]::new));
        return form;
    }

    private String text(String page, Student student) throws Exception {
        return web.perform(open(page, student))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
