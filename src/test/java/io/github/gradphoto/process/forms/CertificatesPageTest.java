package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.process.College;
import io.github.gradphoto.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;

/** The desk's own page: the register to sign, the proxy's letter, and who gets no certificate and why (N22). */
class CertificatesPageTest extends OfficeTest {

    private static final AtomicInteger SERIAL = new AtomicInteger(700_000);

    @Autowired
    private Proxies proxies;

    @Autowired
    private StaffTaskDriver tasks;

    @Autowired
    private GraduationList list;

    @Autowired
    private Messages messages;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void theRegisterListsWhatIsMadeAndWhoTookIt() throws Exception {
        var made = cases.at(Step.HAND_OVER_CERTIFICATE);
        var collected = cases.at(Step.HAND_OVER_CERTIFICATE).handOverCertificate(College.DESK);
        var byProxy = cases.at(Step.HAND_OVER_CERTIFICATE);
        handOver(byProxy, Map.of("receiver", "PROXY", "proxyName", "王大明", "letterChecked", "true"));

        var all = text("/office/certificates/register.pdf");
        for (var driven : List.of(made, collected, byProxy)) {
            assertThat(all)
                    .contains(
                            student(driven).name(),
                            student(driven).studentNumber(),
                            list.entry(driven.number()).orElseThrow().certificateNumber());
        }
        assertThat(all).contains("本人", "王大明（代领）", "第 1 页，共 1 页", "领取人签字", "签领登记册");

        var today = text("/office/certificates/register.pdf?classCode=KZ2301&day=" + LocalDate.now(clock));
        assertThat(today)
                .contains(student(collected).studentNumber())
                .doesNotContain(student(made).studentNumber());
        assertThat(text("/office/certificates/register.pdf?classCode=NONE"))
                .doesNotContain(student(collected).studentNumber());
        assertThat(see(Staff.DESK, "/office/certificates/register.pdf?day=yesterday")
                        .getStatus())
                .isEqualTo(422);
        assertThat(see(Staff.BURSAR, "/office/certificates/register.pdf").getStatus())
                .isEqualTo(403);
        assertThat(see(Staff.BURSAR, "/office/certificates").getStatus()).isEqualTo(403);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where action = 'register-printed' and actor = ?",
                        Long.class,
                        College.DESK))
                .isPositive();
    }

    @Test
    void aProxyNeedsACheckedLetterWhichTheDeskSeesOrTakesIn() throws Exception {
        var driven = cases.at(Step.HAND_OVER_CERTIFICATE);
        var task = cases.taskOf(driven, Step.HAND_OVER_CERTIFICATE);
        var page = "/office/tasks/" + task + "/proxy-letter";
        assertThat(see(Staff.MAILROOM, page).getStatus()).isEqualTo(404);
        assertThat(web.perform(multipart(page)
                                .file(new MockMultipartFile("letter", "x.jpg", "image/jpeg", "none".getBytes()))
                                .with(Staff.DESK.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(web.perform(multipart(page)
                                .file(new MockMultipartFile("letter", "x.jpg", "image/jpeg", College.portrait()))
                                .with(Staff.DESK.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(page);
        var letter = proxies.letters(driven.number()).get(0).id();
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(see(Staff.DESK, language, page).getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain("??")
                    .contains("/evidence/" + letter);
            assertThat(see(Staff.DESK, language, "/office/tasks/" + task + "/form")
                            .getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain("??")
                    .contains("/evidence/" + letter, "letterChecked");
        }
        assertThat(see(Staff.DESK, "/office/tasks/" + task + "/evidence/" + letter)
                        .getContentType())
                .isEqualTo("image/jpeg");

        refusedHandOver("letterNeeded", driven, Map.of("receiver", "PROXY", "proxyName", "王大明"));
        refusedHandOver("proxyNeeded", driven, Map.of("receiver", "PROXY", "letterChecked", "true"));
        handOver(driven, Map.of("receiver", "PROXY", "proxyName", "王大明", "letterChecked", "true"));
        assertThat(application(driven).state()).isEqualTo(Application.State.COLLECTED);
    }

    @Test
    void whoCompletesWithoutGraduatingIsToldAndShownAtTheDesk() throws Exception {
        var driven = college.registered(CollectionType.CENTRAL);
        list.add(List.of(new GraduationList.Entry(
                student(driven).studentNumber(),
                Graduation.COMPLETES,
                "510691202606%06d".formatted(SERIAL.incrementAndGet()))));
        assertThat(messages.of(driven.number()))
                .anySatisfy(message -> assertThat(message.subject()).contains("结业"));
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(see(Staff.DESK, language, "/office/certificates").getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain("??")
                    .contains(driven.number(), student(driven).name());
        }
        assertThat(notices.current()).isPresent();
    }

    private String text(String address) throws Exception {
        var answer = see(Staff.DESK, address);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private void handOver(DrivenCase driven, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("identityChecked", "true");
        tasks.complete(driven.number(), Step.HAND_OVER_CERTIFICATE, College.DESK, all);
    }

    private void refusedHandOver(String key, DrivenCase driven, Map<String, String> fields) {
        Assertions.assertThatThrownBy(() -> handOver(driven, fields))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
