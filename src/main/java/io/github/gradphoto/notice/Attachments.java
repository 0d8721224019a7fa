package io.github.gradphoto.notice;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of notices, in a table of their own, so that no list of them loads their bytes. What a file is, is read from
 * its first bytes; its name has to agree.
 */
@Service
@Transactional
public class Attachments {

    static final int MOST = 10;
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 100;
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final RowMapper<Attachment> ROW = (row, index) -> new Attachment(
            row.getLong("id"),
            row.getLong("notice_id"),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getInt("byte_count"));

    private final JdbcClient jdbc;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Notices notices, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Attachment> of(long noticeId) {
        return jdbc.sql("select id, notice_id, file_name, media_type, byte_count from notice_attachment"
                        + " where notice_id = ? order by id")
                .param(noticeId)
                .query(ROW)
                .list();
    }

    /** @throws Refusal noticeNotDraft, attachmentsFull, attachmentTooLarge, attachmentType */
    public void add(long noticeId, String name, byte[] content, String by) {
        ensureChangeable(noticeId);
        if (of(noticeId).size() >= MOST) {
            throw Refusal.invalid("attachmentsFull", MOST);
        }
        if (content.length > MOST_BYTES) {
            throw Refusal.invalid("attachmentTooLarge", MOST_BYTES / 1024 / 1024);
        }
        var plain = plain(name);
        insert(noticeId, plain, type(plain, content), content);
        audit.record(by, "notice-attachment-added", "notice-" + noticeId, plain);
    }

    private void insert(long noticeId, String name, String type, byte[] content) {
        jdbc.sql("insert into notice_attachment (notice_id, file_name, media_type, byte_count, content, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        noticeId,
                        name,
                        type,
                        content.length,
                        content,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Without a path and without what a header or a screen cannot show. */
    private static String plain(String name) {
        var last = name == null ? "" : name.replaceAll("^.*[/\\\\]", "");
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
    }

    private static String type(String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var type = TYPES.get(ending);
        boolean fits = type != null
                && switch (ending) {
                    case "pdf" -> starts(content, "%PDF-".getBytes(StandardCharsets.US_ASCII));
                    case "png" -> starts(content, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
                    case "docx", "xlsx" -> starts(content, new byte[] {'P', 'K', 3, 4});
                    default -> starts(content, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
                };
        if (!fits || name.length() == ending.length() + 1) {
            throw Refusal.invalid("attachmentType");
        }
        return type;
    }

    private static boolean starts(byte[] content, byte[] mark) {
        return content.length > mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    public void remove(long noticeId, long id, String by) {
        ensureChangeable(noticeId);
        int gone = jdbc.sql("delete from notice_attachment where id = ? and notice_id = ?")
                .params(id, noticeId)
                .update();
        if (gone == 0) {
            throw Refusal.notFound("noAttachment");
        }
        audit.record(by, "notice-attachment-removed", "notice-" + noticeId, null);
    }

    private void ensureChangeable(long noticeId) {
        if (!notices.byId(noticeId).isChangeable()) {
            throw Refusal.conflict("noticeNotDraft");
        }
    }

    /** A copied notice has the files of its model. */
    public void copy(long from, long to) {
        jdbc.sql("insert into notice_attachment (notice_id, file_name, media_type, byte_count, content, added_at)"
                        + " select :to, file_name, media_type, byte_count, content, added_at"
                        + " from notice_attachment where notice_id = :from order by id")
                .param("to", to)
                .param("from", from)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Attachment> find(long id) {
        return jdbc.sql("select id, notice_id, file_name, media_type, byte_count from notice_attachment where id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    @Transactional(readOnly = true)
    public byte[] content(Attachment attachment) {
        return jdbc.sql("select content from notice_attachment where id = ?")
                .param(attachment.id())
                .query((row, index) -> row.getBytes("content"))
                .single();
    }
}
