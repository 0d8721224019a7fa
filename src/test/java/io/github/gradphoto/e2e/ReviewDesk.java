package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** A reviewer on the page that shows one photo after the other. */
final class ReviewDesk {

    final Visitor visitor;

    private ReviewDesk(Visitor visitor) {
        this.visitor = visitor;
    }

    static ReviewDesk signIn(Visitor visitor, String username, Texts texts) {
        visitor.go("/login");
        visitor.page.getByLabel(texts.of("login.username")).fill(username);
        visitor.page.getByLabel(texts.of("login.password")).fill(Demo.PASSWORD);
        visitor.page.locator("main button").click();
        visitor.page.waitForURL("**/tasklist/**");
        return new ReviewDesk(visitor);
    }

    /** @return the number of the first photo */
    String starts() {
        visitor.go("/office/review");
        visitor.page.locator(".review-top button").click();
        visitor.page.waitForURL("**/office/review/photo/**");
        return number();
    }

    Locator article() {
        return visitor.page.locator("#stage article");
    }

    String number() {
        assertThat(article()).hasAttribute("data-mine", "true");
        return article().getAttribute("data-number");
    }

    void presses(String... keys) {
        for (var key : keys) {
            visitor.page.keyboard().press(key);
        }
    }

    /** @return the number of the photo that came in its place */
    String seesAnother(String than) {
        assertThat(article()).not().hasAttribute("data-number", than);
        var number = number();
        assertThat(number).isNotNull();
        return number;
    }

    String skips(String number) {
        presses("ArrowRight");
        return seesAnother(number);
    }

    Locator complaint() {
        return article().locator(".complaint");
    }

    Locator reasonsTicked() {
        return article().locator("[name=reasons]:checked");
    }

    Locator said() {
        return visitor.page.locator("#strip .said");
    }

    int pictureWidth() {
        var picture = article().locator(".pictures img").first();
        visitor.page.waitForCondition(() -> (boolean) picture.evaluate("i => i.complete"));
        return ((Number) picture.evaluate("i => i.naturalWidth")).intValue();
    }

    void stops() {
        visitor.page.locator(".keys form button").click();
        visitor.page.waitForURL("**/office/review");
    }
}
