package io.github.gradphoto.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.retention.DataCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** 我的数据: what is stored about the student, to read on the phone and to take along (PIPL art. 45). */
@StudentPage
class MyData {

    private final Applications applications;
    private final Roster roster;
    private final MyCase myCase;
    private final DataCopy copy;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final ITemplateEngine templates;
    private final ApplicationContext beans;

    MyData(
            Applications applications,
            Roster roster,
            MyCase myCase,
            DataCopy copy,
            AuditLog audit,
            ObjectMapper json,
            ITemplateEngine templates,
            ApplicationContext beans) {
        this.applications = applications;
        this.roster = roster;
        this.myCase = myCase;
        this.copy = copy;
        this.audit = audit;
        this.json = json;
        this.templates = templates;
        this.beans = beans;
    }

    @GetMapping("/my/data")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        audit.record(me.studentNumber(), "own-data-seen", "student-" + me.studentId(), null);
        model.addAllAttributes(facts(me));
        return "portal/data";
    }

    /** A readable page, the same in full for machines, and the pictures. */
    @GetMapping("/my/data.zip")
    ResponseEntity<byte[]> download(@AuthenticationPrincipal StudentUser me) throws IOException {
        audit.record(me.studentNumber(), "own-data-copied", "student-" + me.studentId(), null);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "data.html", html(me).getBytes(StandardCharsets.UTF_8));
            entry(
                    zip,
                    "data.json",
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(copy.rows(me.studentId(), me.studentNumber())));
            for (var picture : copy.pictures(me.studentId(), me.studentNumber())) {
                entry(zip, "pictures/" + picture.name(), picture.content());
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("gradphoto-my-data.zip")
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String html(StudentUser me) {
        var context = new Context(LocaleContextHolder.getLocale(), facts(me));
        context.setVariable("inFull", true);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return templates.process("portal/data-copy", context);
    }

    private Map<String, Object> facts(StudentUser me) {
        List<Map<String, Object>> cases = applications.ofStudents(List.of(me.studentId())).stream()
                .map(application -> {
                    var facts = new ExtendedModelMap();
                    myCase.describe(application, facts);
                    return (Map<String, Object>) facts;
                })
                .toList();
        return Map.of(
                "student",
                roster.byId(me.studentId()),
                "cases",
                cases,
                "consents",
                copy.rows(me.studentId(), me.studentNumber()).get("consent"));
    }
}
