package io.github.gradphoto.portal;

import static io.github.gradphoto.process.College.MAILROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import org.junit.jupiter.api.Test;

/** 申请补印 on the student's page (N21). */
class ReprintPageTest extends PageTest {

    @Test
    void whoHasThePrintsCanAskForOthersAndSeesWhatTheyCost() throws Exception {
        var driven = received();
        var student = studentOf(driven);
        assertThat(page("/my", student)).contains("/my/reprint");
        assertThat(page("/my/reprint", student)).contains("¥20.00", "窗口", "账户").doesNotContain("??");

        refused(422, "原因", send("/my/reprint", student).param("reason", " "));
        refused(422, "300", send("/my/reprint", student).param("reason", "长".repeat(301)));
        web.perform(send("/my/reprint", student).param("reason", "搬家时丢了")).andExpect(redirectedUrl("/my"));
        assertThat(page("/my", student)).contains("已申请，等待财务处核收补印费").doesNotContain("/my/reprint");
        refused(409, "不能申请补印", send("/my/reprint", student).param("reason", "再来一套"));
    }

    @Test
    void whoHasNoPrintsYetIsLedBack() throws Exception {
        var student = studentOf(cases.registered(CollectionType.CENTRAL));
        assertThat(page("/my", student)).doesNotContain("/my/reprint");
        web.perform(open("/my/reprint", student)).andExpect(redirectedUrl("/my"));
    }

    private DrivenCase received() {
        return cases.registered(CollectionType.CENTRAL).print(MAILROOM).handOverPrints(MAILROOM);
    }
}
