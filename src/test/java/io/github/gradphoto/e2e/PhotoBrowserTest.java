package io.github.gradphoto.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The photo as its student meets it: the camera's hints, the frame, what was found and where, with and without scripts. N12, N13. */
class PhotoBrowserTest extends BrowserTest {

    private static final String CHINESE = "zh-CN";
    /** The hints need the models first, and a processor that others use, too. */
    private static final LocatorAssertions.HasTextOptions WHEN_LOADED =
            new LocatorAssertions.HasTextOptions().setTimeout(3.0 * Chromium.PATIENCE);

    /** Places in the demo's list. */
    private static final int FAULTY = 0;

    private static final int SCRIPTLESS = 1;
    private static final int FILMED = 2;

    /** Read once: the list gets shorter while the tests run. */
    private static final Map<Integer, Demo.Student> STUDENTS = new ConcurrentHashMap<>();

    @Test
    void aFaultyPortraitIsExplainedOnThePictureAndMended() {
        var demo = demo();
        var student = student(demo, FAULTY);
        var phone = phone("faulty", CHINESE);
        phone.go("/sign-in");
        phone.signsIn(demo, student);
        phone.go("/my/photo");
        choose(phone, demo.portrait(student, "TILTED"));
        assertThat(phone.page.locator("#crop-state")).hasText(phone.text("photo.say.found"), WHEN_LOADED);
        theFrameStaysWhereItIsAllowed(phone);
        phone.picture();
        phone.declares();
        phone.presses("photo.submit");

        phone.sees("verdict.refused");
        var found = phone.page.locator(".findings .refuses").first();
        assertThat(found).containsText(phone.text("photo.check.tilted"));
        assertThat(found).containsText(phone.text("photo.mend.tilted"));
        assertThat(found.locator("img")).hasAttribute("src", "/img/photo/tilted.svg");
        var lines = phone.page.locator(".marked .lines svg");
        assertThat(lines).isVisible();
        assertThat(lines).containsText("50–110");
        assertThat(lines.locator("circle + text").first())
                .hasText(found.locator(".n").textContent());
        phone.page.locator(".lines > summary").click();
        assertThat(lines).isHidden();
        phone.page.setViewportSize(1440, 900);
        phone.page.locator(".lines > summary").click();
        phone.picture();
        phone.page.setViewportSize(StudentPhone.WIDTH, 844);

        phone.follows("verdict.again");
        choose(phone, demo.portrait(student));
        phone.declares();
        phone.presses("photo.submit");
        phone.sees("verdict.taken");
        phone.sawNoViolation();
        phone.sawNoDownloadOrPopUp();
    }

    /** Drags it to the corner: it stops before, and what is sent is what is seen. */
    private static void theFrameStaysWhereItIsAllowed(StudentPhone phone) {
        var before = phone.page.locator("[name=frameX]").inputValue();
        for (int i = 0; i < 40; i++) {
            phone.page.locator("#crop-frame").press("Shift+ArrowLeft");
        }
        var x = Double.parseDouble(phone.page.locator("[name=frameX]").inputValue());
        var left = phone.page.locator("#crop-frame").evaluate("frame => parseFloat(frame.style.left)");
        assertThat(((Number) left).doubleValue() / 100).isCloseTo(x, offset(0.001));
        phone.presses("photo.crop.reset");
        assertThat(phone.page.locator("[name=frameX]")).hasValue(before);
    }

    @Test
    void withoutScriptsTheSamePageSaysTheSame() {
        var demo = demo();
        var student = student(demo, SCRIPTLESS);
        var phone = phoneWithoutScripts("scriptless");
        phone.go("/sign-in");
        phone.signsIn(demo, student);
        phone.go("/my/photo");
        assertThat(phone.page.locator("#camera-open")).isHidden();
        choose(phone, demo.portrait(student, "BLURRED"));
        phone.declares();
        phone.presses("photo.submit");
        phone.sees("verdict.refused");
        assertThat(phone.page.locator(".findings .refuses")).containsText(phone.text("photo.check.blurred"));
        assertThat(phone.page.locator(".marked .lines svg")).isVisible();
    }

    @Test
    void theCameraHintsUntilThePhotoIsGoodAndTheShotGoesIntoTheForm() {
        var demo = demo();
        var student = student(demo, FILMED);
        try (var tilted = Chromium.withCamera(demo.portrait(student, "TILTED"));
                var straight = Chromium.withCamera(demo.portrait(student))) {
            var before = phoneWithCamera(tilted, "camera-tilted", true);
            opensCamera(before, demo, student);
            assertThat(before.page.locator("#camera-hint")).hasText(anyOf(before, "tilted", "aside"), WHEN_LOADED);
            before.pictureOfScreen();
            before.page.locator("[data-camera=close]").click();
            assertThat(before.page.locator("#camera")).isHidden();
            before.sawNoViolation();

            var after = phoneWithCamera(straight, "camera-good", true);
            opensCamera(after, demo, student);
            assertThat(after.page.locator("#camera-hint"))
                    .hasText(anyOf(after, "good", "aside", "high", "low"), WHEN_LOADED);
            after.pictureOfScreen();
            after.page.locator("[data-camera=shot]").click();
            assertThat(after.page.locator("#crop-frame")).isVisible();
            assertThat(after.page.locator("[name=source][value=CAMERA]")).isChecked();
            assertThat((Boolean) after.page.evaluate(
                            "document.getElementById('photo-form').elements.photo.files[0].size > 10000"))
                    .isTrue();
            assertThat(after.page.locator("#crop-state")).hasText(after.text("photo.say.found"), WHEN_LOADED);
            after.fits();
            after.sawNoViolation();
            everybodyLeaves();
        }
    }

    @Test
    void whoRefusesTheCameraStillHasTheField() {
        var demo = demo();
        var student = student(demo, FILMED);
        try (var browser = Chromium.withCamera(demo.portrait(student))) {
            var phone = phoneWithCamera(browser, "camera-refused", false);
            opensCamera(phone, demo, student);
            phone.sees("camera.say.refused");
            assertThat(phone.page.locator("#camera")).isHidden();
            choose(phone, demo.portrait(student));
            assertThat(phone.page.locator("#crop-frame")).isVisible();
            everybodyLeaves();
        }
    }

    @Test
    void theReviewerSeesTheNumbersAndSwitchesTheLines() {
        var reviewer = tasklist("reviewer");
        var card = reviewer.card("REVIEW_PHOTO", "").first();
        reviewer.opens("REVIEW_PHOTO", card);
        var form = reviewer.form();
        var lines = form.locator(".pc-marked .lines svg");
        assertThat(lines).isVisible();
        assertThat(form.locator(".pc-numbers")).isVisible();
        isOnScreen(form.locator("input[name=decision][value=APPROVED]"));
        isOnScreen(form.locator("input[name=reasons]").last());
        isOnScreen(form.locator(".pc-look"));
        reviewer.visitor.picture();
        form.locator(".pc-marked .lines > summary").click();
        assertThat(lines).isHidden();
        form.locator(".pc-numbers details > summary").click();
        assertThat(form.locator(".pc-FINE").first()).containsText("px");
        reviewer.visitor.picture();
        reviewer.leaves();
    }

    private static void isOnScreen(Locator what) {
        var box = what.boundingBox();
        assertThat(box.y).as(what.toString()).isNotNegative();
        assertThat(box.y + box.height).as(what.toString()).isLessThanOrEqualTo(900);
    }

    /**
     * A drawn head that leans is beside the middle as well; a drawn face that is straight may stand a little off it.
     * The browser reads the pattern, which knows no {@code \\Q}; the texts hold no sign of a pattern.
     */
    private static Pattern anyOf(StudentPhone phone, String... hints) {
        return Pattern.compile(
                Stream.of(hints).map(hint -> phone.text("camera.say." + hint)).collect(Collectors.joining("|")));
    }

    private static void opensCamera(StudentPhone phone, Demo demo, Demo.Student student) {
        phone.go("/sign-in");
        phone.signsIn(demo, student);
        phone.go("/my/photo");
        phone.presses("camera.open");
    }

    private static void choose(StudentPhone phone, byte[] portrait) {
        phone.page.locator("[name=source][value=ALBUM]").check();
        phone.chooses("photo", portrait, "me.jpg", "image/jpeg");
    }

    private static Demo.Student student(Demo demo, int place) {
        if (STUDENTS.isEmpty()) {
            for (int i = 0; i <= FILMED; i++) {
                STUDENTS.put(i, demo.student("PHOTO", i));
            }
        }
        return STUDENTS.get(place);
    }
}
