package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** N03: the office decides on many late cases at once, each by itself. */
class LatePageTest extends OfficeTest {

    @Autowired
    private TaskService tasks;

    @Test
    void manyAreDecidedAtOnceAndEachSaysWhatBecameOfIt() throws Exception {
        var one = cases.at(Step.DECIDE_LATE_CASE);
        var two = cases.at(Step.DECIDE_LATE_CASE);
        var held = cases.at(Step.DECIDE_LATE_CASE);
        tasks.claim(cases.taskOf(held, Step.DECIDE_LATE_CASE), "somebody-else");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.REGISTRAR, language, "/office/late")))
                    .contains(one.number(), two.number(), held.number())
                    .doesNotContain("??");
        }
        assertThat(text(see(Staff.REGISTRAR, "/office/late?step=UPLOAD_CODE"))).doesNotContain(one.number());

        var until = LocalDate.now(Deadlines.ZONE).plusDays(20);
        var answer = web.perform(post("/office/late")
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf())
                        .param("numbers", one.number(), two.number(), held.number())
                        .param("decision", "EXTEND")
                        .param("until", until.toString()))
                .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(302);
        assertThat(answer.getFlashMap().get("decided")).isEqualTo(2L);
        assertThat(answer.getFlashMap().get("results").toString()).contains(held.number());
        for (var extended : List.of(one, two)) {
            assertThat(application(extended).closesAt()).isEqualTo(Deadlines.endOf(until));
        }
        assertThat(application(held).closesAt()).isBefore(Deadlines.endOf(until));
    }

    @Test
    void whoIsClosedGoesAndNothingIsDecidedWithoutAReason() throws Exception {
        var driven = cases.at(Step.DECIDE_LATE_CASE);
        MovableClock.moveTo(application(driven).closesAt().plusSeconds(1));
        assertThat(decide(driven.number(), "CLOSE", "")).isEqualTo(422);
        assertThat(decide(driven.number(), "MAYBE", "x")).isEqualTo(422);
        assertThat(decide("", "CLOSE", "x")).isEqualTo(422);
        assertThat(application(driven).state()).isEqualTo(Application.State.RUNNING);
        assertThat(decide(driven.number(), "CLOSE", "学生已退学")).isEqualTo(302);
        assertThat(application(driven).state()).isEqualTo(Application.State.ENDED);
        assertThat(see(Staff.BURSAR, "/office/late").getStatus()).isEqualTo(403);
    }

    private int decide(String number, String decision, String note) throws Exception {
        return web.perform(post("/office/late")
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf())
                        .param("numbers", number)
                        .param("decision", decision)
                        .param("note", note))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
