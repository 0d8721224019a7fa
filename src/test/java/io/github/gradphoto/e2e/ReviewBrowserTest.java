package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A reviewer who never touches the mouse: on the page of their own, and in Tasklist. */
class ReviewBrowserTest extends BrowserTest {

    @Test
    void photoAfterPhotoFromTheKeyboard() {
        var reviewer = ReviewDesk.signIn(desktop("keyboard", "zh-CN"), "reviewer2", texts("zh-CN"));
        var first = reviewer.starts();
        reviewer.visitor.picture();
        assertThat(reviewer.pictureWidth()).isEqualTo(480);

        reviewer.presses("r");
        assertThat(reviewer.complaint()).hasText(texts("zh-CN").of("refusal.reasonsNeeded"));
        reviewer.presses("2", "8");
        assertThat(reviewer.reasonsTicked()).hasCount(2);
        reviewer.presses("2", "r");
        var second = reviewer.seesAnother(first);
        assertThat(reviewer.said().first()).containsText(texts("zh-CN").of("review.done.REJECTED"));
        reviewer.visitor.picture();

        reviewer.presses("z");
        assertThat(reviewer.article()).hasAttribute("data-number", first);
        assertThat(reviewer.said().first()).containsText(texts("zh-CN").of("review.undone"));

        reviewer.presses("ArrowRight");
        assertThat(reviewer.article()).hasAttribute("data-number", second);
        var third = reviewer.skips(second);
        reviewer.presses("ArrowLeft", "ArrowLeft");
        assertThat(reviewer.article()).hasAttribute("data-number", first);
        reviewer.presses("s");
        assertThat(reviewer.said().first()).containsText(texts("zh-CN").of("review.done.SECOND_OPINION"));
        reviewer.presses("z");
        assertThat(reviewer.said().first()).containsText(texts("zh-CN").of("review.undone"));
        assertThat(reviewer.article()).hasAttribute("data-number", first);
        assertThat(third).isNotEqualTo(second);

        reviewer.stops();
        reviewer.visitor.go("/office/review?part=MINE");
        assertThat(reviewer.visitor.page.locator(".tile")).hasCount(0);
        reviewer.visitor.sawNoViolation();
    }

    @Test
    void theChosenAreApprovedInOneGo() {
        var reviewer = ReviewDesk.signIn(desktop("batch", "zh-CN"), "reviewer2", texts("zh-CN"));
        reviewer.visitor.go("/office/review");
        var tiles = reviewer.visitor.page.locator(".tile");
        var chosen = tiles.filter(new Locator.FilterOptions()
                        .setHas(reviewer.visitor.page.locator("[name=chosen]:not(:disabled)")))
                .first();
        chosen.locator("[name=chosen]").check();
        assertThat(reviewer.visitor.page.locator(".batch-bar .said"))
                .hasText(texts("zh-CN").of("review.batch.chosen", 1));
        reviewer.visitor.page.locator(".batch-bar .approve").click();
        assertThat(reviewer.visitor.page.locator(".tile.approved .outcome"))
                .hasText(texts("zh-CN").of("review.batch.APPROVED"));
        reviewer.visitor.picture();
        reviewer.visitor.go("/office/reviews");
        reviewer.visitor.page.locator("main table button").first().click();
        assertThat(reviewer.visitor.page.locator(".box.good")).isVisible();
        reviewer.visitor.sawNoViolation();
    }

    @Test
    void tasklistOpensTheNextTaskAndHasKeysForAReview() {
        var reviewer = tasklist("reviewer");
        // The page does not begin with an empty half.
        assertThat(reviewer.visitor.page.locator("li.task.active")).hasCount(1);
        assertThat(reviewer.form()).isVisible();
        assertThat(reviewer.visitor.page.locator(".task-filter")).containsText(new String[] {
            texts("zh-CN").of("tasklist.filter.group"),
            texts("zh-CN").of("tasklist.filter.mine"),
            texts("zh-CN").of("tasklist.filter.today"),
            texts("zh-CN").of("tasklist.filter.overdue"),
            texts("zh-CN").of("office.task.REVIEW_PHOTO"),
            texts("zh-CN").of("office.task.GIVE_SECOND_OPINION"),
            texts("zh-CN").of("office.task.HELP_STUDENT")
        });
        reviewer.visitor
                .page
                .locator(
                        ".task-filter",
                        new Page.LocatorOptions().setHasText(texts("zh-CN").of("office.task.REVIEW_PHOTO")))
                .click();
        assertThat(reviewer.cards()
                        .filter(new Locator.FilterOptions()
                                .setHasNotText(texts("zh-CN").of("office.task.REVIEW_PHOTO"))))
                .hasCount(0);
        var open = reviewer.visitor.page.locator("li.task.active");
        reviewer.cards().last().locator("h4.task a").click();
        assertThat(reviewer.form().locator("input[value=APPROVED]")).isInViewport();
        assertThat(reviewer.visitor.page.locator(".form-actions .btn-primary")).isInViewport();
        var name = open.locator(".gp-name").innerText();
        assertThat(open.locator(".gp-due")).isVisible();

        reviewer.visitor.page.locator("a.showShortcutHelp").click();
        assertThat(reviewer.visitor.page.locator(".shortcut-modal")).containsText("审核照片：通过");
        reviewer.visitor.picture();
        reviewer.visitor.page.keyboard().press("Escape");
        assertThat(reviewer.visitor.page.locator(".shortcut-modal")).hasCount(0);

        reviewer.visitor.page.keyboard().press("r");
        assertThat(reviewer.complaint()).hasText(texts("zh-CN").of("refusal.reasonsNeeded"));
        reviewer.visitor.page.keyboard().press("8");
        assertThat(reviewer.form().locator("[name=reasons]:checked")).hasCount(1);
        var answer = reviewer.visitor.page.waitForResponse(
                response -> response.url().endsWith("/complete"),
                () -> reviewer.visitor.page.keyboard().press("r"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(open).hasCount(1);
        assertThat(open.locator(".gp-name")).not().hasText(name);
        assertThat(reviewer.form()).containsText(open.locator(".gp-name").innerText());
        reviewer.visitor.picture();
        reviewer.leaves();
    }

    @Test
    void aTaskThatIsDoneOrNotOnesOwnIsExplained() {
        var reviewer = tasklist("reviewer");
        // From elsewhere, as out of a mail: Tasklist takes an unknown task out of its address when it has said so.
        reviewer.visitor.page.navigate("about:blank");
        reviewer.visitor.go("/camunda/app/tasklist/default/#/?task=00000000-0000-0000-0000-000000000000");
        assertThat(reviewer.visitor.page.locator(".page-notifications")).containsText("这个任务已经办完，或不归您办理");
        assertThat(reviewer.visitor.page.locator(".page-notifications .message"))
                .isHidden();
        reviewer.visitor.picture();
    }
}
