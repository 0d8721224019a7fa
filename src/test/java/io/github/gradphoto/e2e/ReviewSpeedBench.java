package io.github.gradphoto.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long a reviewer waits between approving and seeing the next photo, in the browser, on both ways. No test: it runs when it
 * is named, {@code mvn test -Dtest=ReviewSpeedBench}, and prints its figures.
 */
class ReviewSpeedBench extends BrowserTest {

    /** Milliseconds from the key to the frame in which the next photo stands complete. */
    private static final String WATCH = """
            ({ key, photo, id }) => new Promise(resolve => {
              const before = id();
              const begin = performance.now();
              document.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'Key' + key.toUpperCase(), keyCode: key.toUpperCase().charCodeAt(0), which: key.toUpperCase().charCodeAt(0), bubbles: true }));
              document.dispatchEvent(new KeyboardEvent('keypress', { key, keyCode: key.charCodeAt(0), which: key.charCodeAt(0), charCode: key.charCodeAt(0), bubbles: true }));
              const look = () => {
                const picture = document.querySelector(photo);
                if (id() && id() !== before && picture?.complete && picture.naturalWidth) {
                  requestAnimationFrame(() => resolve(performance.now() - begin));
                } else requestAnimationFrame(look);
              };
              look();
            })""";

    @Test
    void fromApproveToTheNextPhoto() {
        demo().student("REVIEW", 0);
        var desk = ReviewDesk.signIn(desktop("bench", "zh-CN"), "reviewer2", texts("zh-CN"));
        desk.starts();
        var page = desk.visitor.page;
        var times = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            times.add(time(
                    page, "#stage .pictures img", "() => document.querySelector('#stage article')?.dataset.number"));
        }
        print("/office/review", times);

        var tasklist = tasklist("reviewer");
        tasklist.visitor
                .page
                .locator(
                        ".task-filter",
                        new Page.LocatorOptions().setHasText(texts("zh-CN").of("office.task.REVIEW_PHOTO")))
                .click();
        var inTasklist = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            tasklist.visitor.page.waitForLoadState(LoadState.NETWORKIDLE);
            inTasklist.add(time(
                    tasklist.visitor.page,
                    "fieldset.gp-fields img[width='480']",
                    "() => document.querySelector('fieldset.gp-fields [name=photo]')?.value"));
        }
        print("Tasklist", inTasklist);
    }

    private static double time(Page page, String photo, String id) {
        return ((Number) page.evaluate("(" + WATCH + ")({ key: 'a', photo: \"" + photo + "\", id: " + id + " })"))
                .doubleValue();
    }

    private static void print(String where, List<Double> times) {
        System.out.printf(
                "from approve to the next photo, %s: %s ms, median %.0f ms%n",
                where,
                times.stream().map("%.0f"::formatted).toList(),
                times.stream().sorted().toList().get(times.size() / 2));
    }
}
