package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.GivenConsents;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.measure.PhotoVerdict.Outcome;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.process.College;
import io.github.gradphoto.review.PhotoSimilarity;
import io.github.gradphoto.review.RejectionReason;
import io.github.gradphoto.review.ReviewLeases;
import io.github.gradphoto.review.Reviews;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

/** N15: the reviewers' own pages; they complete the tasks of Tasklist through the same form. Every decision is drawn here. */
@Import(ReviewPagesTest.Model.class)
@TestPropertySource(properties = "gradphoto.review.second-look-percent=100")
class ReviewPagesTest extends OfficeTest {

    private static final Staff OTHER = new Staff(College.OTHER_REVIEWER, Staff.REVIEWER.group());

    @Autowired
    private Photos photos;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewLeases leases;

    @Autowired
    private GivenConsents consents;

    @Autowired
    private PhotoStore store;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void nobodyHoldsAnything() {
        Stream.of(College.REVIEWER, College.OTHER_REVIEWER, College.HEAD).forEach(leases::giveBackAll);
    }

    @Test
    void theQueueShowsWhatWaitsInBothLanguagesToReviewersAlone() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        photos.checked(driven.number(), new PhotoVerdict(Outcome.DOUBTFUL, List.of(), List.of("blurredSlightly")));
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            for (var part : List.of("ALL", "DOUBTFUL", "LATE", "SECOND_OPINION", "MINE")) {
                assertThat(text(see(Staff.REVIEWER, language, "/office/review?part=" + part)))
                        .doesNotContain("??");
            }
        }
        assertThat(text(see(Staff.REVIEWER, "/office/review?part=DOUBTFUL")))
                .contains(driven.number(), student(driven).name())
                .doesNotContain(student(driven).idNumber());
        assertThat(see(Staff.REVIEWER, "/office/review?page=999").getStatus()).isEqualTo(200);
        assertThat(see(Staff.REVIEWER, "/office/review?part=NONSENSE").getStatus())
                .isEqualTo(400);
        for (var address : List.of(
                "/office/review",
                "/office/review/history",
                "/office/review/second-look",
                "/office/review/photo/" + driven.number())) {
            assertThat(see(Staff.REGISTRAR, address).getStatus()).as(address).isEqualTo(403);
        }
        // A head reviewer decides what was raised to them, and this was not.
        assertThat(see(Staff.HEAD, "/office/review/photo/" + driven.number()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void oneAfterTheOtherIsDecidedAndTakenBack() throws Exception {
        var driven = taken(Staff.REVIEWER);
        var page = text(see(Staff.REVIEWER, Locale.ENGLISH, "/office/review/photo/" + driven.number()));
        assertThat(page).contains("data-mine=\"true\"").doesNotContain("??");
        assertThat(text(see(OTHER, "/office/review/photo/" + driven.number())))
                .contains("data-mine=\"false\"", College.REVIEWER);
        assertThat(send(OTHER, driven, "take").getStatus()).isEqualTo(409);

        assertThat(decide(Staff.REVIEWER, driven, "REJECTED", "").getStatus()).isEqualTo(422);
        assertThat(decide(Staff.REVIEWER, driven, "MAYBE", "").getStatus()).isEqualTo(422);
        assertThat(decide(Staff.REVIEWER, driven, "APPROVED", "BLURRED").getStatus())
                .isEqualTo(422);
        assertThat(reviews.of(driven.number())).isEmpty();

        assertThat(decide(Staff.REVIEWER, driven, "REJECTED", "BLURRED,JEWELLERY")
                        .getStatus())
                .isEqualTo(200);
        assertThat(reviews.of(driven.number()).get(0).reasons())
                .containsExactly(RejectionReason.BLURRED, RejectionReason.JEWELLERY);
        assertThat(send(OTHER, driven, "undo").getStatus()).isEqualTo(409);
        assertThat(send(Staff.REVIEWER, driven, "undo").getStatus()).isEqualTo(200);
        assertThat(photos.current(driven.number()).state()).isEqualTo(Photo.State.IN_REVIEW);
        assertThat(text(see(Staff.REVIEWER, "/office/review/photo/" + driven.number())))
                .contains("data-mine=\"true\"");

        assertThat(decide(Staff.REVIEWER, driven, "APPROVED", "").getStatus()).isEqualTo(200);
        MovableClock.moveBy(Duration.ofSeconds(61));
        assertThat(send(Staff.REVIEWER, driven, "undo").getStatus()).isEqualTo(409);
    }

    @Test
    void aStalePageIsAnsweredKindly() throws Exception {
        var replaced = taken(Staff.REVIEWER);
        var seen = photos.current(replaced.number()).id();
        replaced.uploadPhoto(College.portrait());
        var answer = decide(Staff.REVIEWER, replaced, "APPROVED", "", seen);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(text(answer)).contains("学生刚刚换了一张照片");
        assertThat(reviews.of(replaced.number())).isEmpty();

        var decided = cases.at(Step.REVIEW_PHOTO);
        decided.rejectPhoto(College.OTHER_REVIEWER, RejectionReason.BLURRED);
        answer = decide(Staff.REVIEWER, decided, "APPROVED", "");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(text(answer)).contains("可能已由同事审完");
        assertThat(reviews.of(decided.number())).hasSize(1);

        var withdrawn = taken(Staff.REVIEWER);
        var photo = photos.current(withdrawn.number()).id();
        withdrawn.withdraw();
        assertThat(decide(Staff.REVIEWER, withdrawn, "APPROVED", "", photo).getStatus())
                .isEqualTo(409);
        assertThat(see(Staff.REVIEWER, "/office/review/photo/" + withdrawn.number())
                        .getStatus())
                .isEqualTo(404);
        assertThat(see(Staff.REVIEWER, "/office/review/photo/GP000000000").getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoseAnswerWasLostIsToldThatItHadArrived() throws Exception {
        var driven = taken(Staff.REVIEWER);
        assertThat(decide(Staff.REVIEWER, driven, "REJECTED", "BLURRED").getStatus())
                .isEqualTo(200);
        var again = decide(Staff.REVIEWER, driven, "REJECTED", "BLURRED");
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(text(again)).contains("您已经决定过：退回", "\"done\":true");
        var other = decide(Staff.REVIEWER, driven, "APPROVED", "");
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(text(other)).contains("这张照片您已经决定过：退回");
        assertThat(text(decide(OTHER, driven, "APPROVED", ""))).contains("可能已由同事审完");
        assertThat(reviews.of(driven.number())).hasSize(1);
    }

    /** No clock gives it back: whoever looks at the list does. */
    @Test
    void whatRanOutIsFreeInTheListOfTheOthers() throws Exception {
        var driven = taken(Staff.REVIEWER);
        var task = cases.taskOf(driven, Step.REVIEW_PHOTO);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(College.REVIEWER);
        MovableClock.moveBy(Duration.ofMinutes(11));
        see(OTHER, "/office/review");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void theChosenAreApprovedAndEachSaysWhatBecameOfIt() throws Exception {
        var one = cases.at(Step.REVIEW_PHOTO);
        var other = cases.at(Step.REVIEW_PHOTO);
        other.rejectPhoto(College.OTHER_REVIEWER, RejectionReason.BLURRED);
        var answer = approve(chosen(one), chosen(other));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(text(answer), "$[*].kind")).containsExactly("APPROVED", "REFUSED");
        assertThat(JsonPath.<List<String>>read(text(approve(chosen(one))), "$[*].kind"))
                .containsExactly("ALREADY");
        assertThat(approve("GP1").getStatus()).isEqualTo(422);
        assertThat(approve(one.number() + ":abc").getStatus()).isEqualTo(422);
    }

    @Test
    void aSecondLookIsBlindAndShowsHowFarTheyAgree() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO).approvePhoto(College.REVIEWER);
        assertThat(nextLook(Staff.REVIEWER)).isNotEqualTo(nextLook(OTHER));
        var mine = lookAt(OTHER, driven);
        var page = text(see(OTHER, mine));
        assertThat(page).doesNotContain(student(driven).name(), driven.number(), College.REVIEWER, "??");
        assertThat(see(OTHER, mine + "/picture").getContentType()).isEqualTo("image/jpeg");
        assertThat(see(Staff.REVIEWER, mine).getStatus()).isEqualTo(404);
        assertThat(see(Staff.REVIEWER, mine + "/picture").getStatus()).isEqualTo(404);

        assertThat(look(OTHER, mine, "REJECTED").getStatus()).isEqualTo(422);
        assertThat(look(OTHER, mine, "SECOND_OPINION").getStatus()).isEqualTo(422);
        assertThat(look(OTHER, mine, "REJECTED", "JEWELLERY").getStatus()).isEqualTo(302);
        assertThat(look(OTHER, mine, "APPROVED").getStatus()).isEqualTo(404);

        assertThat(text(see(Staff.HEAD, "/office/review/second-look")))
                .contains(driven.number(), "佩戴首饰", "κ")
                .doesNotContain("??");
        assertThat(text(see(OTHER, Locale.ENGLISH, "/office/review/second-look")))
                .contains("Jewellery")
                .doesNotContain(driven.number(), "??");
    }

    /** N16: the product brings no model; this one says the same of every pair that it is shown. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Model {

        @Bean
        PhotoSimilarity similarity() {
            return (photo, admission) -> OptionalDouble.of(0.624);
        }
    }

    @Test
    void aSimilarityIsShownWhereTheInstallationBringsAModelAndTheStudentAgreed() throws Exception {
        var driven = taken(Staff.REVIEWER);
        var address = "/office/review/photo/" + driven.number();
        consents.give(driven.number(), ConsentKind.COMPARISON);
        roster.attachAdmissionPhoto(student(driven).id(), store.put(College.portrait(), "image/jpeg"));
        assertThat(text(see(Staff.REVIEWER, Locale.ENGLISH, address)))
                .contains("Similarity to the admission photo", "62 %", "a hint only");

        var other = taken(Staff.REVIEWER);
        roster.attachAdmissionPhoto(student(other).id(), store.put(College.portrait(), "image/jpeg"));
        assertThat(text(see(Staff.REVIEWER, Locale.ENGLISH, "/office/review/photo/" + other.number())))
                .doesNotContain("Similarity");
    }

    @Test
    void theRecordNamesReviewerReasonsAndTimeInPages() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        for (int i = 0; i < 26; i++) {
            driven.rejectPhoto(College.REVIEWER, RejectionReason.HEAD_TILTED);
            send(Staff.REVIEWER, driven, "undo");
            leases.giveBackAll(College.REVIEWER);
            driven.approvePhoto(College.OTHER_REVIEWER);
            send(OTHER, driven, "undo");
            leases.giveBackAll(College.OTHER_REVIEWER);
        }
        var all = "/office/review/history?number=" + driven.number();
        var first = text(see(Staff.HEAD, Locale.ENGLISH, all));
        assertThat(first)
                .contains(College.REVIEWER, College.OTHER_REVIEWER, "Head tilted")
                .doesNotContain("??");
        assertThat(first.split("<td>" + driven.number(), -1)).hasSize(51);
        var older = first.replaceAll("(?s).*before=(\\d+).*", "$1");
        assertThat(text(see(Staff.HEAD, all + "&before=" + older)).split("<td>" + driven.number(), -1))
                .hasSize(3);
        assertThat(text(see(Staff.REVIEWER, all)).split("<td>" + driven.number(), -1))
                .hasSize(27);
        assertThat(text(see(Staff.HEAD, all + "&decision=APPROVED&reviewer=" + College.REVIEWER)))
                .doesNotContain("<td>" + driven.number());
    }

    /** A new photo on somebody's screen. */
    private DrivenCase taken(Staff who) throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        assertThat(send(who, driven, "take").getStatus()).isEqualTo(302);
        return driven;
    }

    private String chosen(DrivenCase driven) {
        return driven.number() + ":" + photos.current(driven.number()).id();
    }

    private MockHttpServletResponse approve(String... chosen) throws Exception {
        return web.perform(post("/office/review/approve")
                        .with(Staff.REVIEWER.signedIn())
                        .with(csrf())
                        .accept(MediaType.APPLICATION_JSON)
                        .param("chosen", chosen))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(Staff who, DrivenCase driven, String deed) throws Exception {
        return web.perform(post("/office/review/photo/" + driven.number() + "/" + deed)
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse decide(Staff who, DrivenCase driven, String decision, String reasons)
            throws Exception {
        return decide(
                who, driven, decision, reasons, photos.current(driven.number()).id());
    }

    private MockHttpServletResponse decide(Staff who, DrivenCase driven, String decision, String reasons, long photo)
            throws Exception {
        return web.perform(post("/office/review/photo/" + driven.number() + "/decide")
                        .with(who.signedIn())
                        .with(csrf())
                        .param("step", "REVIEW_PHOTO")
                        .param("photo", String.valueOf(photo))
                        .param("decision", decision)
                        .param("reasons", reasons))
                .andReturn()
                .getResponse();
    }

    private String nextLook(Staff who) throws Exception {
        return web.perform(post("/office/review/second-look/next")
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    /** Looks at others until it is this case's turn. */
    private String lookAt(Staff who, DrivenCase driven) throws Exception {
        var photo = photos.current(driven.number());
        var picture = photos.show(photo.standardId(), "test", "test").content();
        for (int i = 0; i < 500; i++) {
            var address = nextLook(who);
            if (photoIdOf(address) == photo.id()) {
                assertThat(see(who, address + "/picture").getContentAsByteArray())
                        .isEqualTo(picture);
                return address;
            }
            look(who, address, "APPROVED");
        }
        throw new AssertionError("not drawn");
    }

    @Autowired
    private JdbcClient jdbc;

    private long photoIdOf(String address) {
        return jdbc.sql("select photo_id from second_look where id = ?")
                .param(Long.valueOf(address.substring(address.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse look(Staff who, String address, String decision, String... reasons)
            throws Exception {
        return web.perform(post(address)
                        .with(who.signedIn())
                        .with(csrf())
                        .param("decision", decision)
                        .param("reasons", String.join(",", reasons)))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
