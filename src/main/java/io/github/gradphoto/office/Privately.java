package io.github.gradphoto.office;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a file that nothing on the way may keep. */
final class Privately {

    private Privately() {}

    static ResponseEntity<byte[]> show(byte[] content, MediaType type) {
        return answer(type).body(content);
    }

    static ResponseEntity<byte[]> inline(byte[] content, MediaType type, String filename) {
        return named(
                content, type, ContentDisposition.inline().filename(filename).build());
    }

    static ResponseEntity<byte[]> download(byte[] content, MediaType type, String filename) {
        return named(
                content,
                type,
                ContentDisposition.attachment().filename(filename).build());
    }

    private static ResponseEntity<byte[]> named(byte[] content, MediaType type, ContentDisposition disposition) {
        return answer(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff");
    }
}
