package io.github.gradphoto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.notice.NoticeDraft;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoNoticeTest {

    private final NoticeDraft draft = DemoNotice.draft(LocalDate.parse("2026-11-23"));

    @Test
    void isOpenSinceAWeekAndForAFortnight() {
        assertThat(draft.opensAt()).isEqualTo(Instant.parse("2026-11-15T16:00:00Z"));
        assertThat(draft.closesAt()).isEqualTo(Instant.parse("2026-12-07T15:59:59Z"));
    }

    @Test
    void namesTheCohortThatGraduatesNext() {
        assertThat(draft.cohort()).isEqualTo(2023);
        assertThat(draft.title()).contains("2023级高职扩招");
        assertThat(draft.documentNumber()).isEqualTo("教务文〔2026〕12号");
    }
}
