package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.PrintRunMember;
import io.github.gradphoto.prints.PrintRuns;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

/** N19 for hundreds: a run of prints in one file, kept, resumed, downloaded again; lists and labels; pickup by class. */
class PrintsPageTest extends OfficeTest {

    private static final String PAGE = "/office/prints";

    @Autowired
    private PrintRuns runs;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private Photos photos;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    /** Each test has a notice of its own, so that its classes are the test's alone. */
    private long notice = 999_999;

    @Test
    void aRunIsOneFileInTheOrderOfThePackingListAndTheSameWhenItIsDownloadedAgain() throws Exception {
        var driven = toPrint(3);
        var run = open();
        var members = runs.members(idOf(run));
        assertThat(members).extracting(PrintRunMember::number).containsExactlyElementsOf(numbers(driven));
        assertThat(members).extracting(PrintRunMember::place).containsExactly(1, 2, 3);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.MAILROOM, language, run)))
                    .contains(student(driven.get(0)).name(), members.get(0).bagCode())
                    .doesNotContain("??", "style=", student(driven.get(0)).idNumber());
            assertThat(text(see(Staff.MAILROOM, language, PAGE))).doesNotContain("??", "style=");
        }

        var sheets = see(Staff.MAILROOM, run + "/sheets.pdf").getContentAsByteArray();
        try (var document = Loader.loadPDF(sheets)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            for (int page = 1; page <= 3; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains(student(driven.get(page - 1)).studentNumber());
            }
        }
        assertThat(see(Staff.MAILROOM, run + "/sheets.pdf").getContentAsByteArray())
                .isEqualTo(sheets);
        printed(run);
        assertThat(see(Staff.MAILROOM, run + "/sheets.pdf").getContentAsByteArray())
                .as("also when it is reported")
                .isEqualTo(sheets);
        try (var rest =
                Loader.loadPDF(see(Staff.MAILROOM, run + "/sheets.pdf?from=3").getContentAsByteArray())) {
            assertThat(rest.getNumberOfPages()).isOne();
        }
        assertThat(see(Staff.MAILROOM, run + "/sheets.pdf?from=4").getStatus()).isEqualTo(409);

        var list = pdfText(run + "/packing-list.pdf");
        for (var member : members) {
            assertThat(list).contains(member.bagCode(), member.label().studentNumber());
        }
        assertThat(downloads("packing-list-downloaded", run)).isOne();
        assertThat(see(Staff.MAILROOM, run + "/labels.pdf").getStatus()).isEqualTo(200);
        assertThat(downloads("print-labels-downloaded", run)).isOne();
        assertThat(list.indexOf(members.get(0).bagCode()))
                .isLessThan(list.indexOf(members.get(2).bagCode()));
        assertThat(jdbc.queryForObject(
                        "select count(*) from photo_view where blob_id = ? and viewer = ?",
                        Long.class,
                        photos.current(driven.get(0).number()).officialId(),
                        College.MAILROOM))
                .as("each download is a view")
                .isEqualTo(3);
    }

    @Test
    void theLabelsCodeIsReadByAScanner() throws Exception {
        toPrint(1);
        var run = open();
        var member = runs.members(idOf(run)).get(0);
        try (var document =
                Loader.loadPDF(see(Staff.MAILROOM, run + "/labels.pdf").getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            member.label().name(),
                            member.label().className(),
                            member.label().studentNumber());
            var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var label = page.getSubimage(0, 100, page.getWidth() / 2, 330);
            var code = new Code128Reader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(label))));
            assertThat(code.getText()).isEqualTo(member.bagCode()).startsWith(member.number());
        }
    }

    @Test
    void aRunThatStopsHalfWayGoesOnAndPrintsNobodyTwice() throws Exception {
        var driven = toPrint(4);
        var run = open();
        assertThat(runs.printed(idOf(run), 0, 2, College.MAILROOM)).hasSize(2); // and here the power fails
        assertThat(steps(driven.get(0))).contains(Step.HAND_OVER_PRINTS);
        assertThat(steps(driven.get(2))).contains(Step.PRINT_PHOTOS);
        assertThat(text(see(Staff.MAILROOM, PAGE)))
                .as("whoever is in a run is offered to no other")
                .doesNotContain(chosen());
        assertThat(send(PAGE + "/runs", "chosen", chosen()).getStatus()).isEqualTo(409);

        printed(run);
        printed(run);
        for (var one : driven) {
            assertThat(steps(one)).contains(Step.HAND_OVER_PRINTS);
            assertThat(audits(one, "printed")).isOne();
        }
        assertThat(runs.byId(idOf(run)).open()).isZero();
    }

    @Test
    void whatIsVoidOrWasReportedInTasklistIsNotReportedAgain() throws Exception {
        var driven = toPrint(3);
        var run = open();
        driven.get(0).print(College.MAILROOM);
        jdbc.update(
                "update photo set finished_id = original_id, finished_sha256 = original_sha256 where application_id = ?",
                application(driven.get(1)).id());
        var answer = text(web.perform(post(run + "/printed")
                        .accept(MediaType.APPLICATION_JSON)
                        .with(Staff.MAILROOM.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse());
        assertThat(answer).contains("\"left\":0", "ELSEWHERE", "DROPPED", "PRINTED");
        assertThat(runs.members(idOf(run)))
                .extracting(PrintRunMember::state)
                .containsExactly(
                        PrintRunMember.State.ELSEWHERE, PrintRunMember.State.DROPPED, PrintRunMember.State.PRINTED);
        assertThat(steps(driven.get(1))).as("other prints are needed").contains(Step.PRINT_PHOTOS);
        try (var document =
                Loader.loadPDF(see(Staff.MAILROOM, run + "/sheets.pdf").getContentAsByteArray())) {
            assertThat(document.getNumberOfPages())
                    .as("a void photo is not printed again")
                    .isEqualTo(2);
        }
        assertThat(runs.members(idOf(open())))
                .extracting(PrintRunMember::number)
                .containsExactly(driven.get(1).number());
    }

    @Test
    void whoIsStuckDoesNotKeepBackThoseBehind() throws Exception {
        var driven = toPrint(4);
        var run = open();
        var stuck = tasks.createTaskQuery()
                .taskId(cases.taskOf(driven.get(0), Step.PRINT_PHOTOS))
                .singleResult()
                .getProcessInstanceId();
        engine.suspendProcessInstanceById(stuck);
        var claimed = cases.taskOf(driven.get(1), Step.PRINT_PHOTOS);
        tasks.claim(claimed, "colleague");
        try {
            var first = runs.printed(idOf(run), 0, 2, College.MAILROOM);
            assertThat(first).extracting(PrintRuns.Result::state).containsOnly(PrintRunMember.State.OPEN);
            assertThat(first)
                    .extracting(result -> result.refusal().key())
                    .containsExactly("runItemFailed", "taskOfAnother");
            assertThat(part(run, 2)).contains("\"left\":2", "\"next\":4");
            assertThat(part(run, 4)).contains("\"answers\":[]", "\"next\":4");
        } finally {
            engine.activateProcessInstanceById(stuck);
            tasks.claim(claimed, null);
        }
        printed(run);
        assertThat(runs.byId(idOf(run)).open()).isZero();
    }

    private String part(String run, int after) throws Exception {
        return text(web.perform(post(run + "/printed")
                        .param("after", Integer.toString(after))
                        .accept(MediaType.APPLICATION_JSON)
                        .with(Staff.MAILROOM.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse());
    }

    @Test
    void aRunThatIsGivenUpFreesWhoIsNotReported() throws Exception {
        var driven = toPrint(2);
        var run = open();
        runs.printed(idOf(run), 0, 1, College.MAILROOM);
        assertThat(send(run + "/release").getStatus()).isEqualTo(302);
        assertThat(runs.members(idOf(open())))
                .extracting(PrintRunMember::number)
                .containsExactly(driven.get(1).number());
        assertThat(runs.printed(idOf(run), 0, 10, College.MAILROOM)).isEmpty();
    }

    @Test
    void badInputAndOtherGroupsAreRefused() throws Exception {
        assertThat(send(PAGE + "/runs").getStatus()).isEqualTo(422);
        assertThat(send(PAGE + "/runs", "chosen", "x").getStatus()).isEqualTo(422);
        assertThat(send(PAGE + "/runs", "chosen", "1:A", "chosen", "2:B").getStatus())
                .isEqualTo(422);
        assertThat(send(PAGE + "/runs", "chosen", chosen()).getStatus()).isEqualTo(409);
        assertThat(see(Staff.MAILROOM, PAGE + "/runs/999999").getStatus()).isEqualTo(404);
        assertThat(see(Staff.MAILROOM, PAGE + "/runs/999999/sheets.pdf").getStatus())
                .isEqualTo(404);
        for (var address : List.of(PAGE, PAGE + "/courier", PAGE + "/post", PAGE + "/parcels", PAGE + "/pickup")) {
            for (var other : List.of(Staff.DESK, Staff.REGISTRAR, Staff.REVIEWER)) {
                assertThat(see(other, address).getStatus()).as(address).isEqualTo(403);
            }
        }
        assertThat(web.perform(post(PAGE + "/runs").param("chosen", chosen()).with(Staff.MAILROOM.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aClassSignsItsListAndIsHandedOverEachByItself() throws Exception {
        var first = college.registered(CollectionType.CENTRAL).print(College.MAILROOM);
        var second = college.registered(CollectionType.CENTRAL).print(College.MAILROOM);
        var list = pdfText(PAGE + "/pickup/lists.pdf?classCode=KZ2301");
        assertThat(list)
                .contains(student(first).studentNumber(), student(second).name(), "领取人签字", "班主任签字")
                .doesNotContain(student(first).idNumber());
        assertThat(see(Staff.MAILROOM, PAGE + "/pickup/lists.pdf?classCode=NONE")
                        .getStatus())
                .isEqualTo(409);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.MAILROOM, language, PAGE + "/pickup")))
                    .contains("KZ2301")
                    .doesNotContain("??", "style=");
        }
        assertThat(send(PAGE + "/pickup", "numbers", first.number()).getStatus())
                .as("nobody checked who took them")
                .isEqualTo(422);
        assertThat(send(PAGE + "/pickup", "identityChecked", "true").getStatus())
                .isEqualTo(422);
        second.handOverPrints(College.MAILROOM);
        var done = send(
                PAGE + "/pickup",
                "numbers",
                first.number(),
                "numbers",
                second.number(),
                "numbers",
                "GP990000000",
                "identityChecked",
                "true");
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(steps(first)).doesNotContain(Step.HAND_OVER_PRINTS);
        assertThat(audits(first, "prints-handed-over")).isOne();
        assertThat(audits(second, "prints-handed-over")).isOne();
    }

    private List<DrivenCase> toPrint(int count) {
        var driven = new ArrayList<DrivenCase>();
        for (int i = 0; i < count; i++) {
            driven.add(college.registered(CollectionType.CENTRAL));
        }
        notice = application(driven.get(0)).noticeId();
        return driven;
    }

    private List<String> numbers(List<DrivenCase> driven) {
        return driven.stream().map(DrivenCase::number).toList();
    }

    private String chosen() {
        return notice + ":KZ2301";
    }

    private String open() throws Exception {
        var address = send(PAGE + "/runs", "chosen", chosen()).getRedirectedUrl();
        assertThat(address).startsWith(PAGE + "/runs/");
        return address;
    }

    private void printed(String run) throws Exception {
        assertThat(web.perform(post(run + "/printed")
                                .accept(MediaType.TEXT_HTML)
                                .with(Staff.MAILROOM.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(run);
    }

    private static long idOf(String run) {
        return Long.parseLong(run.substring(run.lastIndexOf('/') + 1));
    }

    private List<Step> steps(DrivenCase driven) {
        return process.openSteps(driven.number()).stream().map(OpenStep::step).toList();
    }

    private long downloads(String action, String run) {
        return jdbc.queryForObject(
                "select count(*) from audit_entry where subject = ? and action = ? and actor = ?",
                Long.class,
                "print-run-" + idOf(run),
                action,
                College.MAILROOM);
    }

    private long audits(DrivenCase driven, String action) {
        return jdbc.queryForObject(
                "select count(*) from audit_entry where subject = ? and action = ?",
                Long.class,
                driven.number(),
                action);
    }

    private MockHttpServletResponse send(String address, String... fields) throws Exception {
        var request = post(address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.with(Staff.MAILROOM.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String pdfText(String address) throws Exception {
        var answer = see(Staff.MAILROOM, address);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
