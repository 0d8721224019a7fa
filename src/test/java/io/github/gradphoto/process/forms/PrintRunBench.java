package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.PhotoSource;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.process.College;
import io.github.gradphoto.registration.Comparison;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;

/**
 * A run of 500 prints on PostgreSQL, every case brought there the real way. No test: it runs when it is named,
 * {@code mvn test -Dtest=PrintRunBench}, and prints seconds.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PrintRunBench extends OfficeTest {

    private static final int CASES = 500;

    @Autowired
    private PhotoUpload upload;

    @Test
    void fiveHundredPrints() throws Exception {
        var picture = upload.prepare(College.portrait(), null, List.of(Background.WHITE));
        long notice = 0;
        for (int i = 0; i < CASES; i++) {
            var driven = college.paid(CollectionType.CENTRAL)
                    .uploadPhoto(picture, PhotoSource.ALBUM)
                    .approvePhoto(College.REVIEWER)
                    .release(College.REGISTRAR)
                    .enterDelivered(College.REGISTRAR)
                    .enterComparison(Comparison.PASSED, College.REGISTRAR);
            notice = application(driven).noticeId();
        }
        var chosen = notice + ":KZ2301";
        measure("the page", () -> see(Staff.MAILROOM, "/office/prints").getStatus());
        var run = measure(
                "put together",
                () -> web.perform(post("/office/prints/runs")
                                .param("chosen", chosen)
                                .with(Staff.MAILROOM.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        int bytes =
                measure("sheets", () -> see(Staff.MAILROOM, run + "/sheets.pdf").getContentAsByteArray().length);
        System.out.printf("sheets: %.1f MB%n", bytes / 1e6);
        measure("labels", () -> see(Staff.MAILROOM, run + "/labels.pdf").getStatus());
        measure(
                "packing list",
                () -> see(Staff.MAILROOM, run + "/packing-list.pdf").getStatus());
        measure("the page of the run", () -> see(Staff.MAILROOM, run).getStatus());
        var reported = measure(
                "all reported",
                () -> web.perform(post(run + "/printed")
                                .accept(MediaType.TEXT_HTML)
                                .with(Staff.MAILROOM.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus());
        assertThat(reported).isEqualTo(302);
        measure(
                "pickup lists",
                () -> see(Staff.MAILROOM, "/office/prints/pickup/lists.pdf").getStatus());
    }

    private static <T> T measure(String what, Callable<T> deed) throws Exception {
        long begin = System.nanoTime();
        var answer = deed.call();
        System.out.printf("%s: %.1f s (%s)%n", what, (System.nanoTime() - begin) / 1e9, answer);
        return answer;
    }
}
