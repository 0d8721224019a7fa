package io.github.gradphoto.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.retention.DataCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** The copy of everything about one student (PIPL art. 45): a readable page, the same in full for machines, the pictures. */
@Component
public class StudentCopy {

    private final Applications applications;
    private final Roster roster;
    private final MyCase myCase;
    private final DataCopy copy;
    private final ObjectMapper json;
    private final ITemplateEngine templates;
    private final ApplicationContext beans;

    StudentCopy(
            Applications applications,
            Roster roster,
            MyCase myCase,
            DataCopy copy,
            ObjectMapper json,
            ITemplateEngine templates,
            ApplicationContext beans) {
        this.applications = applications;
        this.roster = roster;
        this.myCase = myCase;
        this.copy = copy;
        this.json = json;
        this.templates = templates;
        this.beans = beans;
    }

    /**
     * A ZIP to take along, with nothing personal in its name.
     *
     * @param viewer the student, or who hands it over: each picture counts as seen by them
     */
    public ResponseEntity<byte[]> download(long studentId, String viewer) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("gradphoto-my-data.zip")
                                .build()
                                .toString())
                .body(zip(roster.byId(studentId), viewer));
    }

    private byte[] zip(Student student, String viewer) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "data.html", html(student).getBytes(StandardCharsets.UTF_8));
            entry(
                    zip,
                    "data.json",
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(copy.rows(student.id(), student.studentNumber())));
            for (var picture : copy.pictures(student.id(), viewer)) {
                entry(zip, "pictures/" + picture.name(), picture.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String html(Student student) {
        var context = new Context(LocaleContextHolder.getLocale(), facts(student));
        context.setVariable("inFull", true);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return templates.process("portal/data-copy", context);
    }

    /** What the readable page shows. */
    Map<String, Object> facts(Student student) {
        List<Map<String, Object>> cases = applications.ofStudents(List.of(student.id())).stream()
                .map(application -> {
                    var facts = new ExtendedModelMap();
                    myCase.describe(application, facts);
                    return (Map<String, Object>) facts;
                })
                .toList();
        return Map.of(
                "student",
                student,
                "cases",
                cases,
                "consents",
                copy.rows(student.id(), student.studentNumber()).get("consent"));
    }
}
