package io.github.gradphoto.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.identity.RememberedPhones;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Declaration;
import io.github.gradphoto.process.College;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.authentication.rememberme.PersistentRememberMeToken;

/** A real server, real requests: pictures of 12 million px, and files that are far too large. */
@GradPhotoTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(College.class)
@Timeout(300)
class EightUploadsTest {

    private static final int UPLOADS = 8;
    private static final String BOUNDARY = "a-boundary";

    @Autowired
    private College.Cases cases;

    @Autowired
    private Applications applications;

    @Autowired
    private Roster roster;

    @Autowired
    private RememberedPhones phones;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void eightAtOnceLeaveTheOtherPagesQuick() throws Exception {
        var phonesOfStudents = new ArrayList<Phone>();
        for (int i = 0; i < UPLOADS; i++) {
            phonesOfStudents.add(new Phone(i));
        }
        byte[] picture = twelveMillionPx();
        var passerBy = HttpClient.newHttpClient();
        look(passerBy); // once before, so that the page is compiled

        var uploads = new ArrayList<CompletableFuture<Duration>>();
        for (var phone : phonesOfStudents) {
            uploads.add(CompletableFuture.supplyAsync(() -> phone.send(picture), run -> new Thread(run).start()));
        }
        var all = CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new));
        var looks = new ArrayList<Duration>();
        while (!all.isDone()) {
            looks.add(look(passerBy));
        }

        all.join();
        var waits = uploads.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(jdbc.queryForObject("select count(*) from photo", Integer.class))
                .isEqualTo(UPLOADS);
        assertThat(looks).as("pages seen meanwhile").hasSizeGreaterThan(UPLOADS);
        assertThat(median(looks).multipliedBy(4)).as("a page beside an upload").isLessThan(median(waits));
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedWithAPage() throws Exception {
        var phone = new Phone(100);
        var answer = phone.post(new byte[50 * 1024 * 1024], BodyPublishers::ofByteArray);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大").contains("15 MB");
    }

    @Test
    void aFileWithoutALengthIsRefusedWithAPage() throws Exception {
        var phone = new Phone(101);
        var answer =
                phone.post(new byte[1024], body -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("这一步没有成功");
        assertThat(jdbc.queryForObject("select count(*) from photo_blob", Integer.class))
                .isZero();
    }

    private Duration look(HttpClient passerBy) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var page = passerBy.send(HttpRequest.newBuilder(at("/")).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static byte[] twelveMillionPx() throws IOException {
        var portrait = ImageIO.read(new ByteArrayInputStream(College.portrait()));
        var large = new BufferedImage(3000, 4000, BufferedImage.TYPE_INT_RGB);
        var g = large.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(portrait, 0, 0, 3000, 4000, null);
        g.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(large, "jpg", out);
        return out.toByteArray();
    }

    /** A student's phone, remembered from an earlier day, with the form open. */
    private final class Phone {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final String token;

        Phone(int index) throws Exception {
            var number = cases.paid(CollectionType.CENTRAL).number();
            var student = roster.byId(applications.byNumber(number).studentId());
            var series = "series" + index;
            phones.createNewToken(new PersistentRememberMeToken(student.studentNumber(), series, "token", new Date()));
            var cookie = new HttpCookie(
                    "GRADPHOTO-PHONE",
                    Base64.getEncoder()
                            .encodeToString((series + ":token").getBytes(UTF_8))
                            .replace("=", ""));
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(at("/"), cookie);
            var form = client.send(HttpRequest.newBuilder(at("/my/photo")).build(), BodyHandlers.ofString());
            var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
            assertThat(csrf.find()).as(form.body()).isTrue();
            token = csrf.group(1);
        }

        /** @return how long the answer took */
        Duration send(byte[] picture) {
            try {
                long start = System.nanoTime();
                var answer = post(picture, BodyPublishers::ofByteArray);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
                return Duration.ofNanos(System.nanoTime() - start);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> post(
                byte[] picture, java.util.function.Function<byte[], HttpRequest.BodyPublisher> publisher)
                throws IOException, InterruptedException {
            var body = new ByteArrayOutputStream();
            field(body, "_csrf", token);
            field(body, "source", "CAMERA");
            for (var declaration : Declaration.values()) {
                field(body, "declared", declaration.name());
            }
            body.writeBytes(
                    ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.jpg\"\r\n"
                                    + "Content-Type: image/jpeg\r\n\r\n")
                            .getBytes(UTF_8));
            body.writeBytes(picture);
            body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
            return client.send(
                    HttpRequest.newBuilder(at("/my/photo"))
                            .header("Accept", "text/html")
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .header("Accept", "text/html")
                            .POST(publisher.apply(body.toByteArray()))
                            .build(),
                    BodyHandlers.ofString());
        }

        private static void field(ByteArrayOutputStream body, String name, String value) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                            + value + "\r\n")
                    .getBytes(UTF_8));
        }
    }
}
