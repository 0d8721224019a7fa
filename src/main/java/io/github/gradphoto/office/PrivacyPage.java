package io.github.gradphoto.office;

import io.github.gradphoto.retention.Retention;
import io.github.gradphoto.retention.RetentionPeriods;
import io.github.gradphoto.retention.RetentionRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How long personal data is kept, and the record of what was deleted. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_camunda-admin')")
class PrivacyPage {

    private final Retention retention;
    private final RetentionPeriods periods;

    PrivacyPage(Retention retention, RetentionPeriods periods) {
        this.retention = retention;
        this.periods = periods;
    }

    @GetMapping("/office/privacy")
    String page(Model model) {
        model.addAttribute(
                "periods",
                Arrays.stream(RetentionRule.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                rule -> LocalDate.EPOCH.plus(periods.of(rule)).toEpochDay(),
                                (one, same) -> one,
                                LinkedHashMap::new)));
        model.addAttribute("records", retention.records());
        return "office/privacy";
    }
}
