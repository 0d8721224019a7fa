package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What staff see in Tasklist: their own work, with names and pictures, and what is wrong with an entry. */
class TasklistBrowserTest extends BrowserTest {

    private static final String REVIEW = "REVIEW_PHOTO";

    @Test
    void eachGroupSeesItsOwnTasksAlone() {
        sees("reviewer", REVIEW, "GIVE_SECOND_OPINION", "HELP_STUDENT");
        sees("bursar", "CONFIRM_PAYMENT", "APPROVE_REFUND");
        sees("mailroom", "PRINT_PHOTOS", "POST_PARCEL", "HAND_OVER_PRINTS", "RESOLVE_PARCEL");
    }

    private void sees(String username, String... steps) {
        var texts = texts("zh-CN");
        var tasklist = tasklist(username);
        tasklist.visitor.picture();
        assertThat(Set.copyOf(tasklist.tasks()))
                .as(username)
                .isEqualTo(Set.of(steps).stream()
                        .map(step -> texts.of("office.task." + step))
                        .collect(Collectors.toSet()));
        tasklist.leaves();
    }

    @Test
    void aReviewerSeesBothPicturesAndIsToldWhatIsMissing() {
        var student = demo().student("REVIEW", 0).name();
        var reviewer = tasklist("reviewer");
        assertThat(reviewer.card(REVIEW, student)).containsText("GP");
        reviewer.takes(REVIEW, student);
        assertThat(reviewer.pictureWidths()).hasSize(2).startsWith(480).doesNotContain(0);
        reviewer.ticks("decision", "REJECTED").submits();
        assertThat(reviewer.complaint()).hasText(texts("zh-CN").of("refusal.reasonsNeeded"));
        reviewer.visitor.picture();

        reviewer.reload();
        assertThat(reviewer.card(REVIEW, student)).isVisible();
        reviewer.leaves();
    }
}
