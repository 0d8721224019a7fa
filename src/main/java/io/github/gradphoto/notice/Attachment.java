package io.github.gradphoto.notice;

/** 附件: a file that belongs to a notice. Everybody may read it once the notice is signed. */
public record Attachment(long id, long noticeId, String fileName, String mediaType, int bytes) {

    /** In words a reader knows. */
    public String size() {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }
}
