package io.github.gradphoto.notice;

import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a signed notice, for everybody; those of a draft are for the office. */
@StudentPage
class AttachmentPage {

    private final Attachments attachments;
    private final Notices notices;

    AttachmentPage(Attachments attachments, Notices notices) {
        this.attachments = attachments;
        this.notices = notices;
    }

    /** Always as a download: nothing that was uploaded is ever shown inside a page of ours. */
    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> download(@PathVariable long id) {
        var attachment = attachments
                .find(id)
                .filter(file -> isPublic(notices.byId(file.noticeId())))
                .orElseThrow(() -> Refusal.notFound("noAttachment"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(attachments.content(attachment));
    }

    /** A rehearsal has the files of its model, which may be a draft. */
    private static boolean isPublic(Notice notice) {
        return notice.isSigned() && !notice.isRehearsal();
    }
}
