package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Declaration;
import io.github.gradphoto.picture.PictureLine;
import io.github.gradphoto.process.College;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** When more pictures are on their way than can be worked on: a kind word, and nothing stored. */
@Timeout(120)
class BusyTest extends PageTest {

    @Autowired
    private PictureLine line;

    private static final String[] DECLARED =
            Stream.of(Declaration.values()).map(Enum::name).toArray(String[]::new);

    private final ExecutorService others = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);

    @BeforeEach
    void theLineIsFull() {
        int room = line.room();
        for (int i = 0; i < room; i++) {
            others.submit(() -> line.work(this::stay));
        }
        while (line.room() > 0) {
            Thread.onSpinWait();
        }
    }

    private String stay() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done";
    }

    @AfterEach
    void theLineIsEmpty() throws InterruptedException {
        done.countDown();
        others.shutdown();
        assertThat(others.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aPhotoIsAskedForAgainLater() throws Exception {
        var student = studentOf(cases.paid(CollectionType.CENTRAL));

        refused(503, "现在上传的人较多", photo(student));
        web.perform(photo(student).locale(Locale.ENGLISH))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "10"));

        theLineIsEmpty();
        web.perform(photo(student)).andExpect(redirectedUrlPattern("/my/photos/*"));
    }

    @Test
    void aCodeIsAskedForAgainLater() throws Exception {
        var student = studentOf(cases.apply(cases.enrol()));
        refused(503, "现在上传的人较多", upload("/my/code", "codePicture", College.portrait(), student));
    }

    @Test
    void otherPagesAreServedAllTheSame() throws Exception {
        var student = studentOf(cases.paid(CollectionType.CENTRAL));
        web.perform(open("/my", student)).andExpect(status().isOk());
        web.perform(open("/my/photo", student)).andExpect(status().isOk());
    }

    private MockMultipartHttpServletRequestBuilder photo(Student student) {
        var request = upload("/my/photo", "photo", College.portrait(), student);
        request.param("source", "CAMERA").param("declared", DECLARED);
        return request;
    }
}
