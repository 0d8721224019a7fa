package io.github.gradphoto.office;

import io.github.gradphoto.retention.DueSoon;
import io.github.gradphoto.retention.Retention;
import io.github.gradphoto.retention.RetentionPeriods;
import io.github.gradphoto.retention.RetentionRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long personal data is kept, what goes next, and the record of what was deleted, the engine's history included. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_camunda-admin')")
class PrivacyPage {

    private final Retention retention;
    private final RetentionPeriods periods;
    private final MessageSource texts;

    PrivacyPage(Retention retention, RetentionPeriods periods, MessageSource texts) {
        this.retention = retention;
        this.periods = periods;
        this.texts = texts;
    }

    @GetMapping("/office/privacy")
    String page(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate before,
            Model model) {
        var due = retention.dueSoon();
        model.addAttribute(
                "periods",
                Arrays.stream(RetentionRule.values())
                        .filter(rule -> rule != RetentionRule.HISTORY)
                        .collect(Collectors.toMap(
                                Function.identity(),
                                rule -> LocalDate.EPOCH.plus(periods.of(rule)).toEpochDay(),
                                (one, same) -> one,
                                LinkedHashMap::new)));
        model.addAttribute("due", due);
        model.addAttribute(
                "mostDue", due.stream().mapToLong(DueSoon::month).max().orElse(0));
        model.addAttribute("history", retention.engineHistory());
        model.addAttribute("page", retention.page(before));
        model.addAttribute("first", before == null);
        return "office/privacy";
    }

    /** The whole record, for an inspection. It names nobody. */
    @GetMapping("/office/privacy/records.csv")
    ResponseEntity<byte[]> records() {
        return CsvFile.download(
                "deletion-record.csv",
                List.of(
                        text("privacy.office.day"),
                        text("privacy.office.rule"),
                        text("privacy.office.category"),
                        text("privacy.office.items"),
                        text("privacy.office.cases")),
                retention.records().stream()
                        .map(record -> List.of(
                                record.day().toString(),
                                text("privacy.rule." + record.rule()),
                                text("privacy.category." + record.category()),
                                String.valueOf(record.items()),
                                String.valueOf(record.cases())))
                        .toList());
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
