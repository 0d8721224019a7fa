package io.github.gradphoto.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts, encrypted, one for a student and a form. Old ones go whenever one is saved or looked for. */
@Service
@Transactional
public class Drafts {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 12;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @param typed as the form would send it; what does not belong into a draft is left out, and an empty one is dropped */
    public void keep(long studentId, DraftForm form, Map<String, String[]> typed) {
        purge();
        var values = new TreeMap<String, List<String>>();
        form.fields().forEach(field -> {
            var given = Arrays.stream(typed.getOrDefault(field, new String[0]))
                    .filter(value -> value != null && !value.isBlank())
                    .limit(MOST_VALUES)
                    .map(value -> value.substring(0, Math.min(LONGEST, value.length())))
                    .toList();
            if (!given.isEmpty()) {
                values.put(field, given);
            }
        });
        if (values.isEmpty()) {
            drop(studentId, form);
        } else {
            save(studentId, form, vault.encrypt(write(values)));
        }
    }

    private void save(long studentId, DraftForm form, String content) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int there = jdbc.sql("update draft set content_enc = ?, saved_at = ? where student_id = ? and form = ?")
                .params(content, now, studentId, form.name())
                .update();
        if (there == 0) {
            jdbc.sql("insert into draft (content_enc, saved_at, student_id, form) values (?, ?, ?, ?)")
                    .params(content, now, studentId, form.name())
                    .update();
        }
    }

    public Optional<Draft> of(long studentId, DraftForm form) {
        purge();
        return jdbc.sql("select content_enc from draft where student_id = ? and form = ?")
                .params(studentId, form.name())
                .query(String.class)
                .optional()
                .map(content -> new Draft(read(vault.decrypt(content))));
    }

    /** The form was sent. */
    public void drop(long studentId, DraftForm form) {
        jdbc.sql("delete from draft where student_id = ? and form = ?")
                .params(studentId, form.name())
                .update();
    }

    @EventListener(ApplicationReadyEvent.class)
    void purge() {
        OffsetDateTime oldest = clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from draft where saved_at < ?").param(oldest).update();
    }

    private String write(Map<String, List<String>> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written.", e);
        }
    }

    private Map<String, List<String>> read(String content) {
        try {
            return json.readValue(content, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be read.", e);
        }
    }
}
