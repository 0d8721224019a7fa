package io.github.gradphoto.e2e;

import com.microsoft.playwright.Browser;
import io.github.gradphoto.process.CoverageRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The demo as a visitor gets it, with its jobs running, on a database in memory; one for all browser tests. */
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
            "gradphoto.keys.directory=target/test-keys",
            "gradphoto.sign-in.per-minute=100000"
        })
@ActiveProfiles("demo")
@Import(CoverageRecorder.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    private static final String CHINESE = "zh-CN";
    private static final String WECHAT = "Mozilla/5.0 (Linux; Android 14; 23049RAD8C Build/UKQ1.230804.001; wv)"
            + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36"
            + " XWEB/1260117 MMWEBSDK/20240501 MicroMessenger/8.0.50.2701(0x28003239) WeChat/arm64 Weixin"
            + " NetType/WIFI Language/zh_CN ABI/arm64";

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    /** Its jobs stand still while other tests move the clock that all engines of a JVM share. */
    @Autowired
    private JobExecutor jobs;

    private final List<Visitor> visitors = new ArrayList<>();

    @RegisterExtension
    TestExecutionExceptionHandler camera = (context, failure) -> {
        visitors.forEach(Visitor::pictureOfFailure);
        throw failure;
    };

    @BeforeAll
    void jobsOn() {
        if (!jobs.isActive()) {
            jobs.start();
        }
    }

    @AfterAll
    void jobsOff() {
        jobs.shutdown();
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    /** A phone as most students have it, in WeChat's own browser. */
    StudentPhone phone(String name, String locale) {
        return phone(Chromium.browser(), name, phoneOptions(locale), locale);
    }

    /** The same phone with its scripts switched off. */
    StudentPhone phoneWithoutScripts(String name) {
        return phone(Chromium.browser(), name, phoneOptions(CHINESE).setJavaScriptEnabled(false), CHINESE);
    }

    /** The same phone with a camera, which it may use or not. */
    StudentPhone phoneWithCamera(Browser browser, String name, boolean allowed) {
        return phone(
                browser, name, phoneOptions(CHINESE).setPermissions(allowed ? List.of("camera") : List.of()), CHINESE);
    }

    private StudentPhone phone(Browser browser, String name, Browser.NewContextOptions options, String locale) {
        return joined(new StudentPhone(browser.newContext(options), base(), file(name), texts(locale)));
    }

    private static Browser.NewContextOptions phoneOptions(String locale) {
        return options(locale)
                .setUserAgent(WECHAT)
                .setViewportSize(StudentPhone.WIDTH, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    Visitor desktop(String name, String locale) {
        return joined(new Visitor(
                Chromium.browser().newContext(options(locale).setViewportSize(1440, 900)), base(), file(name)));
    }

    Tasklist tasklist(String username) {
        return tasklist(username, "zh-CN");
    }

    Tasklist tasklist(String username, String locale) {
        return Tasklist.signIn(desktop(username, locale), username, texts(locale));
    }

    Demo demo() {
        return new Demo(desktop("demo", "zh-CN"));
    }

    Texts texts(String locale) {
        return new Texts(messages, Locale.forLanguageTag(locale.substring(0, 2)));
    }

    private static Browser.NewContextOptions options(String locale) {
        return new Browser.NewContextOptions().setLocale(locale).setTimezoneId("Asia/Shanghai");
    }

    private <V extends Visitor> V joined(V visitor) {
        visitors.add(visitor);
        return visitor;
    }

    private String file(String name) {
        return getClass().getSimpleName().replace("BrowserTest", "") + "-" + name;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
