package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.RequestBuilder;

/** N11: what a student gives and gets when paying: the slip of a transfer, and the 缴费凭证 as a page and as a PDF. */
class ReceiptTest extends PageTest {

    @Autowired
    private EvidenceFile evidence;

    @Test
    void thereIsAVoucherOnceTheFeeIsPaid() throws Exception {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        var student = studentOf(driven);
        refused(404, "还没有缴费凭证", open("/my/payment/receipt", student));
        refused(404, "还没有缴费凭证", open("/my/payment/receipt.pdf", student));
        driven.payAtCounter().confirmPayment("20", LocalDate.now(), "POS-77", College.BURSAR);
        refused(404, "还没有缴费凭证", open("/my/payment/receipt", student));
        driven.payAtCounter().confirmPayment("10", LocalDate.now(), "POS-78", College.BURSAR);

        assertThat(text(open("/my", student))).contains("/my/payment/receipt");
        assertThat(text(open("/my/payment/receipt?lang=en", student)))
                .contains("not an invoice")
                .doesNotContain("??");
        assertThat(text(open("/my/payment/receipt?lang=zh", student)))
                .contains("缴费凭证（非发票、非财政票据）", "毕业生电子图像采集费", "依据", "代收", "POS-77", "POS-78", "30.00 元")
                .contains(student.name(), "教务处 0838-0000000", LocalDate.now().toString())
                .doesNotContain("??", student.idNumber());

        var answer = web.perform(open("/my/payment/receipt.pdf", student))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition")).startsWith("inline").contains(driven.number() + "-1.pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("缴费凭证（非发票、非财政票据）", "POS-77", "30.00 元", student.name(), "退费规则");
        }
    }

    @Test
    void theFeePageNamesWhatTheLawAsksForAndTheRest() throws Exception {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        var student = studentOf(driven);
        assertThat(text(open("/my/payment", student))).contains("项目", "标准", "依据", "代收单位", "退费规则", "¥30.00");
        driven.payAtCounter().confirmPayment("20", LocalDate.now(), "POS-" + driven.number(), College.BURSAR);
        assertThat(text(open("/my/payment", student))).contains("已收到 ¥20.00，还差 ¥10.00");
    }

    @Test
    void theSlipOfATransferReachesTheBursaryAndNothingButAPictureDoes() throws Exception {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        var student = studentOf(driven);
        refused(
                422,
                "JPG、PNG 或 WebP",
                upload("/my/payment", "slip", "%PDF-1.4".getBytes(StandardCharsets.UTF_8), student)
                        .param("method", "TRANSFER")
                        .param("reference", "农行 6228"));
        web.perform(upload("/my/payment", "slip", College.portrait(), student)
                        .param("method", "TRANSFER")
                        .param("reference", "农行 6228"))
                .andExpect(redirectedUrl("/my"));
        var application = applications.byNumber(driven.number());
        assertThat(evidence.of(application.id(), EvidencePurpose.TRANSFER)).hasSize(1);
    }

    private String text(RequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
