package io.github.gradphoto.payment;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.PdfPage;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 缴费凭证 as a page, which opens inside WeChat too, and as a PDF. */
@StudentPage
class ReceiptPage {

    private final OwnApplication own;
    private final Receipts receipts;
    private final PdfPage pdf;

    ReceiptPage(OwnApplication own, Receipts receipts, PdfPage pdf) {
        this.own = own;
        this.receipts = receipts;
        this.pdf = pdf;
    }

    @GetMapping("/my/payment/receipt")
    String page(@AuthenticationPrincipal StudentUser me, Model model) {
        model.addAttribute("receipt", mine(me));
        return "payment/receipt";
    }

    @GetMapping("/my/payment/receipt.pdf")
    ResponseEntity<byte[]> document(@AuthenticationPrincipal StudentUser me) {
        var receipt = mine(me);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(receipt.order() + ".pdf")
                                .build()
                                .toString())
                .body(pdf.of("payment/receipt-pdf", Map.of("receipt", receipt)));
    }

    private Receipt mine(StudentUser me) {
        return receipts.of(own.number(me)).orElseThrow(() -> Refusal.notFound("noReceipt"));
    }
}
