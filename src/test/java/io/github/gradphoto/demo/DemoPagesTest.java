package io.github.gradphoto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.identity.StudentSignIn;
import io.github.gradphoto.message.OutgoingMail;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DemoAtFirstStart
class DemoPagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DemoStudents students;

    @Autowired
    private DemoMailbox mailbox;

    @Autowired
    private MailOutage outage;

    @Autowired
    private CollectionCodes codes;

    @Autowired
    private StudentSignIn signIn;

    @Autowired
    private ManagementService management;

    private String newcomer() {
        return students.byStage().get(DemoStudents.NEW).get(0).studentNumber();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo", "/demo/mail", "/demo/mail?refresh=on", "/demo/codes/{n}", "/demo/portraits/{n}"})
    void pagesSpeakBothLanguages(String address) throws Exception {
        for (var language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            mvc.perform(get(address.replace("{n}", newcomer())).header("Accept-Language", language.toLanguageTag()))
                    .andExpect(status().isOk())
                    .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                            .doesNotContain("??")
                            .contains(language == Locale.CHINESE ? "演示邮箱" : "Mailbox"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo", "/demo/mail", "/demo/demo.css", "/demo/codes/20234101.png"})
    void nobodyElseSeesThem(String address) throws Exception {
        mvc.perform(get(address).with(request -> {
                    request.setRemoteAddr("192.168.1.7");
                    return request;
                }))
                .andExpect(status().isForbidden());
        mvc.perform(get(address).header("X-Forwarded-For", "127.0.0.1")).andExpect(status().isForbidden());
    }

    @Test
    void theCodePictureHoldsTheStudentsCode() throws Exception {
        var picture = mvc.perform(get("/demo/codes/{n}.png", newcomer()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(codes.read(picture)).isEqualTo(DemoCodes.payload(newcomer()));
    }

    @Test
    void portraitsWithAndWithoutAFlaw() throws Exception {
        mvc.perform(get("/demo/portraits/{n}.jpg", newcomer()))
                .andExpect(content().contentType("image/jpeg"));
        mvc.perform(get("/demo/portraits/{n}/BLUE_SHIRT.jpg", newcomer())).andExpect(status().isOk());
        mvc.perform(get("/demo/portraits/{n}/HANDSOME.jpg", newcomer())).andExpect(status().is4xxClientError());
        mvc.perform(get("/demo/portraits/{n}.jpg", "1")).andExpect(status().isNotFound());
    }

    @Test
    void theNewestSignInCodeStandsOnTop() throws Exception {
        var student = students.byStage().get(DemoStudents.NEW).get(1);
        signIn.requestCode(student.studentNumber(), student.idLastSix());
        management.createJobQuery().withRetriesLeft().messages().list().forEach(job -> {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("switched off");
            }
        });
        var code = mailbox.newestSignInCode().flatMap(DemoMail::signInCode).orElseThrow();
        mvc.perform(get("/demo/mail")).andExpect(content().string(org.hamcrest.Matchers.containsString(code)));
        assertThat(signIn.signIn(student.studentNumber(), student.idLastSix(), code))
                .isPresent();
    }

    @Test
    void theMailServerCanBeSwitchedOffAndOn() throws Exception {
        mvc.perform(post("/demo/mail/server").param("on", "false").with(csrf())).andExpect(status().isFound());
        assertThat(outage.concerns("anybody@example.com")).isTrue();
        mvc.perform(post("/demo/mail/server").param("on", "true")).andExpect(status().isForbidden()); // no CSRF token
        mvc.perform(post("/demo/mail/server").param("on", "true").with(csrf())).andExpect(status().isFound());
        assertThat(outage.isAny()).isFalse();
    }

    @Test
    void aSecondCopyOfAMailIsDropped() throws Exception {
        var mail = new OutgoingMail("REMINDER-test", "nobody@example.com", "催办", "请尽快完成。");
        mailbox.send(mail);
        mailbox.send(mail);
        assertThat(mailbox.newest(100))
                .filteredOn(each -> each.key().equals("REMINDER-test"))
                .hasSize(1);
        var id = mailbox.newest(1).get(0).id();
        mvc.perform(get("/demo/mail/{id}", id))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("请尽快完成。")));
        mvc.perform(get("/demo/mail/{id}", 99999999)).andExpect(status().isNotFound());
    }
}
