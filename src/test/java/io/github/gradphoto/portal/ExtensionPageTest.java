package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.RequestBuilder;

/** 申请延期 on the student's pages (N03). */
class ExtensionPageTest extends PageTest {

    @Autowired
    private Extensions extensions;

    @Test
    void theStudentAsksSeesThatItIsDecidedOnAndReadsTheAnswer() throws Exception {
        var driven = cases.withCode(CollectionType.CENTRAL);
        var student = studentOf(driven);
        assertThat(text(open("/my", student))).contains("/my/extension");
        assertThat(text(open("/my/extension?lang=en", student))).doesNotContain("??");
        assertThat(text(open("/my/extension?lang=zh", student))).contains("申请延期");
        refused(422, "原因", send("/my/extension", student).param("reason", " "));
        assertThat(extensions.latest(driven.number())).isEmpty();

        web.perform(send("/my/extension", student).param("reason", "在外地实习")).andExpect(redirectedUrl("/my"));
        assertThat(text(open("/my", student))).contains("等待教务处答复").doesNotContain("/my/extension");
        web.perform(open("/my/extension", student)).andExpect(redirectedUrl("/my"));
        refused(409, "已经申请", send("/my/extension", student).param("reason", "再问一次"));

        driven.complete(Step.DECIDE_LATE_CASE, College.REGISTRAR, Map.of("decision", "KEEP", "note", "来得及"));
        assertThat(text(open("/my", student))).contains("来得及").contains("/my/extension");
    }

    private String text(RequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
