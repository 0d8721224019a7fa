package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** N22: the 发证名单 is seen line by line, taken in as a whole or not at all, and lets waiting cases go on. */
class GraduationListPageTest extends OfficeTest {

    private static final String PAGE = "/office/certificates/list";

    @Autowired
    private GraduationList list;

    @Autowired
    private ApplicationProcess process;

    @Test
    void aWaitingCaseGoesOnWhenTheListComes() throws Exception {
        var waiting = college.registered(CollectionType.INDIVIDUAL);
        var student = student(waiting);
        assertThat(process.isOpen(waiting.number(), Step.TAKE_IN_PRINT)).isFalse();

        var preview = upload(Staff.DESK, line(student, "毕业", certificate(student, 1)));
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.DESK, language, preview)))
                    .contains(certificate(student, 1))
                    .doesNotContain("??");
        }
        assertThat(see(Staff.REGISTRAR, preview).getStatus()).isEqualTo(404);
        assertThat(list.entry(waiting.number())).isEmpty();

        assertThat(accept(Staff.DESK, preview)).isEqualTo(302);
        assertThat(process.isOpen(waiting.number(), Step.TAKE_IN_PRINT)).isTrue();
        assertThat(accept(Staff.DESK, preview)).isEqualTo(404);
    }

    @Test
    void oneBadLineKeepsAllOfThemOut() throws Exception {
        var good = college.enrol();
        var other = college.enrol();
        var preview = upload(
                Staff.DESK,
                line(good, "毕业", certificate(good, 1)),
                line(good, "毕业", certificate(good, 2)),
                line(other, "肄业", certificate(other, 1)),
                line(other, "结业", "12345"),
                other.studentNumber() + ",别人,毕业," + certificate(other, 1),
                line(other, "结业", certificate(good, 1)),
                "9999999,,毕业," + certificate(other, 2));

        var page = text(see(Staff.DESK, preview));
        assertThat(page)
                .contains("这个学号出现了不止一次", "结论只能是", "证书编号应为 18 位", "姓名与名册不一致", "这个证书编号已属于另一名学生", "名册中没有这个学号")
                .doesNotContain("/accept");
        assertThat(accept(Staff.DESK, preview)).isEqualTo(409);
        assertThat(list.entryOf(good.studentNumber())).isEmpty();

        assertThat(web.perform(post(preview + "/discard")
                                .with(Staff.DESK.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(see(Staff.DESK, preview).getStatus()).isEqualTo(404);
    }

    @Test
    void numbersMayChangePlacesUntilACertificateIsMade() throws Exception {
        var one = college.enrol();
        var two = college.enrol();
        accept(
                Staff.DESK,
                upload(Staff.DESK, line(one, "毕业", certificate(one, 1)), line(two, "毕业", certificate(two, 1))));
        var swapped = upload(Staff.DESK, line(one, "毕业", certificate(two, 1)), line(two, "毕业", certificate(one, 1)));
        assertThat(text(see(Staff.DESK, swapped))).contains("原为 毕业 " + certificate(one, 1));
        assertThat(accept(Staff.DESK, swapped)).isEqualTo(302);
        assertThat(list.entryOf(one.studentNumber()).orElseThrow().certificateNumber())
                .isEqualTo(certificate(two, 1));

        var made = cases.at(Step.HAND_OVER_CERTIFICATE);
        var number = list.entry(made.number()).orElseThrow().certificateNumber();
        var late = upload(Staff.DESK, line(student(made), "结业", number));
        assertThat(text(see(Staff.DESK, late))).contains("证书已制作");
        assertThat(accept(Staff.DESK, late)).isEqualTo(409);
    }

    @Test
    void whatIsNoListIsRefusedWithASentence() throws Exception {
        assertThat(send(Staff.DESK, new byte[0]).getStatus()).isEqualTo(422);
        var wrong = send(Staff.DESK, "编号,备注\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("缺少这些列：学号、毕结业结论、证书编号");
        assertThat(see(new Staff("bursar-9", StaffGroup.BURSAR), PAGE).getStatus())
                .isEqualTo(403);
    }

    private static String line(Student student, String outcome, String certificate) {
        return "%s,%s,%s,%s".formatted(student.studentNumber(), student.name(), outcome, certificate);
    }

    private static String certificate(Student student, int serial) {
        return "51069120260%d%06d".formatted(serial, student.id());
    }

    private String upload(Staff who, String... lines) throws Exception {
        var file = "学号,姓名,毕结业结论,证书编号\n" + String.join("\n", lines) + "\n";
        return send(who, file.getBytes(StandardCharsets.UTF_8)).getRedirectedUrl();
    }

    private MockHttpServletResponse send(Staff who, byte[] file) throws Exception {
        return web.perform(multipart(PAGE)
                        .file(new MockMultipartFile("list", "list.csv", "text/csv", file))
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private int accept(Staff who, String preview) throws Exception {
        return web.perform(post(preview + "/accept").with(who.signedIn()).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
