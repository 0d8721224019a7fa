package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.BagCode;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Parcel;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.process.College;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** N19: orders go to the courier as a file, numbers come back as one or by the scanner, and trouble is settled from the list. */
class CourierPageTest extends OfficeTest {

    private static final String PAGE = "/office/prints/courier";
    private static final String POST = "/office/prints/post";
    private static final String PARCELS = "/office/prints/parcels";

    @Autowired
    private Prints prints;

    @Autowired
    private Photos photos;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void eachParcelIsOrderedOnceUnlessItIsAskedForAgain() throws Exception {
        var driven = cases.at(Step.POST_PARCEL);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.MAILROOM, language, PAGE))).doesNotContain("??", "style=");
        }
        var file = send(PAGE + "/orders", "format", "xlsx");
        assertThat(file.getHeader("Content-Disposition")).contains("courier.xlsx");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("订单号");
            var row = rows.stream()
                    .filter(one -> one.getCellText(0).equals(bag(driven)))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getCellText(1)).isEqualTo(College.ADDRESS.recipient());
            assertThat(row.getCellText(2)).isEqualTo(College.ADDRESS.phone());
            assertThat(row.getCellText(6)).isEqualTo(College.ADDRESS.street());
        }
        var later = cases.at(Step.POST_PARCEL);
        var csv = text(send(PAGE + "/orders", "format", "csv"));
        assertThat(csv).contains(bag(later)).doesNotContain(bag(driven));
        assertThat(send(PAGE + "/orders", "format", "csv").getStatus()).isEqualTo(409);
        assertThat(text(send(PAGE + "/orders", "format", "csv", "again", "true")))
                .contains(bag(driven), bag(later));
        assertThat(send(PAGE + "/orders", "format", "doc").getStatus()).isEqualTo(422);
        assertThat(audits(driven, "courier-ordered")).isEqualTo(2);

        // A parcel that came back is ordered again.
        driven.post(Carrier.SF, College.Cases.trackingNumber(), College.MAILROOM)
                .denyReceipt("没有收到")
                .resolveParcel(Prints.ParcelDecision.POST_AGAIN, "重新寄出", College.MAILROOM);
        assertThat(text(send(PAGE + "/orders", "format", "csv"))).contains(bag(driven));
    }

    @Test
    void numbersComeBackLineByLineAndTheSameListPostsNobodyTwice() throws Exception {
        var first = cases.at(Step.POST_PARCEL);
        var second = cases.at(Step.POST_PARCEL);
        var unprinted = college.registered(CollectionType.INDIVIDUAL);
        var posted = cases.at(Step.CONFIRM_RECEIPT);
        var used = prints.parcel(posted.number()).orElseThrow().trackingNumber();
        var lines = List.of(
                bag(first) + ",中通快递,78990000000" + first.number().substring(7),
                second.number() + ",,yt9990" + second.number().substring(4),
                "GP990000000-ABCD,中通快递,78990000001",
                first.number() + "-0000,中通快递,78990000002",
                bag(unprinted) + ",中通快递,78990000003",
                bag(posted) + ",中通快递,78990000004",
                second.number() + ",圆通,78990000005",
                bag(second) + ",顺丰速运," + used,
                bag(second) + ",圆通,12",
                bag(second) + ",圆通,7.73990E+14");
        var preview = upload(lines, StandardCharsets.UTF_8, "YTO");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.MAILROOM, language, preview))).doesNotContain("??", "style=");
        }
        assertThat(text(see(Staff.MAILROOM, preview)))
                .contains(
                        "登记寄出（2 件）",
                        "没有这个订单号",
                        "袋中照片已作废",
                        "照片还没有制作",
                        "已用另一个单号寄出",
                        "出现了不止一次",
                        "已用于另一个包裹",
                        "6 至 40 位",
                        "位数已丢失");
        accept(preview);
        assertThat(prints.parcel(first.number()).orElseThrow().carrier()).isEqualTo(Carrier.ZTO);
        assertThat(prints.parcel(second.number()).orElseThrow().carrier()).isEqualTo(Carrier.YTO);
        assertThat(steps(first)).contains(Step.CONFIRM_RECEIPT);
        assertThat(text(see(Staff.MAILROOM, preview))).contains("已寄出").doesNotContain("/accept");

        var again = upload(lines.subList(0, 2), Charset.forName("GB18030"), "YTO");
        assertThat(text(see(Staff.MAILROOM, again))).doesNotContain("/accept");
        accept(again);
        assertThat(audits(first, "posted")).isOne();
        assertThat(audits(second, "posted")).isOne();
        assertThat(send(again.replaceAll("\\?.*", "") + "/close").getStatus()).isEqualTo(302);
        assertThat(see(Staff.MAILROOM, again).getStatus()).isEqualTo(404);
    }

    @Test
    void aNumberThatIsRefusedDoesNotKeepBackThoseBehindIt() throws Exception {
        var held = cases.at(Step.POST_PARCEL);
        var free = cases.at(Step.POST_PARCEL);
        var claimed = cases.taskOf(held, Step.POST_PARCEL);
        tasks.claim(claimed, "colleague");
        var preview = upload(
                List.of(
                        bag(held) + ",中通快递,78880000000" + held.number().substring(7),
                        bag(free) + ",中通快递,78880000000" + free.number().substring(7)),
                StandardCharsets.UTF_8,
                "");
        var first = part(preview, 0);
        assertThat(first).contains("\"line\":2", "\"posted\":1", "\"left\":0", "\"next\":3");
        assertThat(steps(free)).contains(Step.CONFIRM_RECEIPT);
        assertThat(part(preview, 3)).contains("\"refused\":[]", "\"posted\":0");
        tasks.claim(claimed, null);
        assertThat(part(preview, 0)).contains("\"posted\":1");
        assertThat(audits(held, "posted")).isOne();
        assertThat(audits(free, "posted")).isOne();
    }

    private String part(String preview, int after) throws Exception {
        return text(web.perform(post(preview + "/accept")
                        .param("after", Integer.toString(after))
                        .accept(MediaType.APPLICATION_JSON)
                        .with(Staff.MAILROOM.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse());
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithAWord() throws Exception {
        var driven = cases.at(Step.POST_PARCEL);
        var rows = "订单号,运单号\n" + bag(driven) + ",78990000009\n";
        for (var file : List.of(
                rows.getBytes(StandardCharsets.UTF_16LE),
                rows.getBytes(StandardCharsets.UTF_16),
                new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff},
                new byte[0],
                "订单号,地址\nx,y\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(uploaded(file, "ZTO").getStatus()).isEqualTo(422);
        }
        assertThat(uploaded(rows.getBytes(StandardCharsets.UTF_8), "RABBIT").getStatus())
                .isEqualTo(422);
        // Latin-1 question marks instead of Chinese headings: the columns are missing, nothing is guessed.
        assertThat(uploaded(rows.getBytes(StandardCharsets.ISO_8859_1), "ZTO").getStatus())
                .isEqualTo(422);
        assertThat(steps(driven)).contains(Step.POST_PARCEL);
        var preview = upload(List.of(bag(driven) + ",,78990000009"), StandardCharsets.UTF_8, "");
        assertThat(text(see(Staff.MAILROOM, preview))).contains("没有写明快递公司");
    }

    @Test
    void theScannerGoesFromBagToNumberToTheNextBag() throws Exception {
        var driven = cases.at(Step.POST_PARCEL);
        assertThat(text(see(Staff.MAILROOM, POST))).contains("autofocus").doesNotContain("??");
        var bagSeen = send(POST, "carrier", "EMS", "bag", bag(driven).toLowerCase(Locale.ROOT));
        assertThat(text(bagSeen))
                .contains(student(driven).name(), College.ADDRESS.recipient(), "138****1234", "name=\"tracking\"")
                .doesNotContain("??", "style=", College.ADDRESS.street(), College.ADDRESS.phone());
        var misread = send(POST, "carrier", "EMS", "bag", bag(driven), "tracking", "12");
        assertThat(misread.getStatus()).isEqualTo(422);
        assertThat(text(misread)).as("the bag is still in the hand").contains("name=\"tracking\"");
        assertThat(send(POST, "carrier", "EMS", "bag", bag(driven), "tracking", bag(driven))
                        .getStatus())
                .as("the bag was scanned twice")
                .isEqualTo(422);
        var number = "1199" + driven.number().substring(2);
        var done = send(POST, "carrier", "EMS", "bag", bag(driven), "tracking", number + "\n");
        assertThat(text(done)).contains("已寄出：邮政 EMS " + number, "selected").doesNotContain("name=\"tracking\"");
        assertThat(prints.parcel(driven.number()).orElseThrow().trackingNumber())
                .isEqualTo(number);

        assertThat(text(send(POST, "carrier", "EMS", "bag", bag(driven)))).contains("已经寄出");
        var again = send(POST, "carrier", "EMS", "bag", bag(driven), "tracking", "1199000009999");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(audits(driven, "posted")).isOne();
        assertThat(send(POST, "carrier", "EMS", "bag", driven.number() + "-0000")
                        .getStatus())
                .isEqualTo(409);
        assertThat(send(POST, "carrier", "EMS", "bag", "hello").getStatus()).isEqualTo(404);
        assertThat(send(POST, "carrier", "", "bag", bag(driven)).getStatus()).isEqualTo(422);
        var unprinted = college.registered(CollectionType.INDIVIDUAL);
        assertThat(text(send(POST, "carrier", "EMS", "bag", bag(unprinted)))).contains("不需要寄出");
    }

    @Test
    void whatComesBackIsScannedAndSettledFromTheList() throws Exception {
        var driven = cases.at(Step.CONFIRM_RECEIPT);
        var tracking = prints.parcel(driven.number()).orElseThrow().trackingNumber();
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.MAILROOM, language, PARCELS))).doesNotContain("??", "style=");
        }
        assertThat(text(send(PARCELS, "scanned", tracking.toLowerCase(Locale.ROOT))))
                .contains(student(driven).name());
        assertThat(text(send(PARCELS, "scanned", bag(driven)))).contains(tracking);
        assertThat(send(PARCELS, "scanned", "SF0000").getStatus()).isEqualTo(404);
        assertThat(send(PARCELS + "/troubled", "number", driven.number(), "kind", "LOST")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(PARCELS + "/troubled", "number", driven.number(), "kind", "BURNT", "reason", "?")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(PARCELS + "/troubled", "number", driven.number(), "kind", "LOST", "reason", "快递丢失")
                        .getStatus())
                .isEqualTo(302);
        assertThat(prints.parcel(driven.number()).orElseThrow().troubleKind()).isEqualTo(Parcel.Trouble.LOST);
        assertThat(send(PARCELS + "/troubled", "number", driven.number(), "kind", "LOST", "reason", "又一次")
                        .getStatus())
                .isEqualTo(409);
        assertThat(text(see(Staff.MAILROOM, PARCELS))).contains("快递丢失", "/resolved");
        assertThat(send(PARCELS + "/resolved", "number", driven.number(), "decision", "EAT")
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(PARCELS + "/resolved", "number", driven.number(), "decision", "PRINT_AGAIN", "note", "补印")
                        .getStatus())
                .isEqualTo(302);
        assertThat(steps(driven)).contains(Step.PRINT_PHOTOS);
        assertThat(send(PARCELS + "/resolved", "number", driven.number(), "decision", "PRINT_AGAIN")
                        .getStatus())
                .isEqualTo(409);

        var arrived = cases.at(Step.CONFIRM_RECEIPT);
        assertThat(send(PARCELS + "/delivered", "number", arrived.number()).getStatus())
                .isEqualTo(302);
        assertThat(steps(arrived)).doesNotContain(Step.CONFIRM_RECEIPT);
        assertThat(send(PARCELS + "/delivered", "number", arrived.number()).getStatus())
                .isEqualTo(409);
    }

    private String bag(DrivenCase driven) {
        return BagCode.of(driven.number(), photos.officialSha256(photos.current(driven.number())))
                .toString();
    }

    private List<Step> steps(DrivenCase driven) {
        return process.openSteps(driven.number()).stream().map(OpenStep::step).toList();
    }

    private long audits(DrivenCase driven, String action) {
        return jdbc.queryForObject(
                "select count(*) from audit_entry where subject = ? and action = ?",
                Long.class,
                driven.number(),
                action);
    }

    private String upload(List<String> lines, Charset charset, String carrier) throws Exception {
        var file = "订单号,快递公司,运单号\n" + String.join("\n", lines) + "\n";
        var address = uploaded(file.getBytes(charset), carrier).getRedirectedUrl();
        assertThat(address).startsWith(PAGE + "/numbers/");
        return address;
    }

    private MockHttpServletResponse uploaded(byte[] file, String carrier) throws Exception {
        return web.perform(multipart(PAGE + "/numbers")
                        .file(new MockMultipartFile("list", "list.csv", "text/csv", file))
                        .param("carrier", carrier)
                        .with(Staff.MAILROOM.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private void accept(String preview) throws Exception {
        var parts = preview.split("\\?carrier=");
        assertThat(web.perform(post(parts[0] + "/accept")
                                .param("carrier", parts.length > 1 ? parts[1] : "")
                                .accept(MediaType.TEXT_HTML)
                                .with(Staff.MAILROOM.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
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

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
