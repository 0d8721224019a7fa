package io.github.gradphoto.office;

import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.AdmissionPhotos;
import io.github.gradphoto.roster.RosterColumn;
import io.github.gradphoto.roster.RosterFault;
import io.github.gradphoto.roster.RosterImport;
import io.github.gradphoto.roster.RosterImports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 名册: upload a list, say what its columns are, look at what it would do, take it in, watch it. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class RosterPage {

    private static final String PAGE = "redirect:/office/roster";
    /** Faults and changes that a page shows; the rest is in the file to download. */
    private static final int SHOWN = 200;

    private static final int LAST_IMPORTS = 10;

    private final RosterImports imports;
    private final AdmissionPhotos photos;
    private final MessageSource texts;

    RosterPage(RosterImports imports, AdmissionPhotos photos, MessageSource texts) {
        this.imports = imports;
        this.photos = photos;
        this.texts = texts;
    }

    @GetMapping("/office/roster")
    String page(Model model) {
        model.addAttribute("imports", imports.newest(LAST_IMPORTS));
        return "office/roster";
    }

    @PostMapping("/office/roster")
    String upload(@RequestParam(required = false) MultipartFile list, Principal user) throws IOException {
        if (!Upload.isGiven(list)) {
            throw Refusal.invalid("listNeeded");
        }
        return PAGE + "/list/" + imports.upload(list.getBytes(), user.getName());
    }

    @GetMapping("/office/roster/list/{id}")
    String preview(@PathVariable long id, Principal user, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("list", imports.preview(id, user.getName()));
        model.addAttribute("columns", RosterColumn.values());
        model.addAttribute("shown", SHOWN);
        return "office/roster-preview";
    }

    /** @param typed for the n-th heading: {@code heading_n} its text, {@code column_n} the choice, empty for none */
    @PostMapping("/office/roster/list/{id}/columns")
    String columns(@PathVariable long id, @RequestParam Map<String, String> typed, Principal user) {
        var choices = new HashMap<String, RosterColumn>();
        typed.forEach((name, heading) -> {
            if (name.startsWith("heading_")) {
                choices.put(heading, column(typed.get("column_" + name.substring("heading_".length()))));
            }
        });
        imports.columns(choices, user.getName());
        return PAGE + "/list/" + id;
    }

    private static RosterColumn column(String typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        try {
            return RosterColumn.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("choiceNeeded");
        }
    }

    /** Every fault with its line, column and reason, for whoever mends the list. */
    @GetMapping("/office/roster/list/{id}/faults.csv")
    ResponseEntity<byte[]> faults(@PathVariable long id, Principal user) {
        var rows = imports.preview(id, user.getName()).faults().stream()
                .map(fault -> List.of(
                        Integer.toString(fault.line()), columnName(fault), text("roster.fault." + fault.reason())))
                .toList();
        return CsvFile.download(
                "roster-faults.csv",
                List.of(text("roster.faults.line"), text("roster.faults.column"), text("roster.faults.reason")),
                rows);
    }

    private String columnName(RosterFault fault) {
        return fault.column() == null ? "" : text("roster.column." + fault.column());
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    @PostMapping("/office/roster/list/{id}/accept")
    String accept(@PathVariable long id, @RequestParam(defaultValue = "") String seen, Principal user) {
        return PAGE + "/imports/" + imports.accept(id, seen, user.getName());
    }

    @PostMapping("/office/roster/list/{id}/discard")
    String discard(@PathVariable long id, Principal user) {
        imports.discard(id, user.getName());
        return PAGE;
    }

    /** Loads itself anew until the list is in. */
    @GetMapping("/office/roster/imports/{id}")
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        var list = imports.byId(id);
        if (!list.isFinished()) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("list", list);
        if (list.kind() == RosterImport.Kind.PHOTOS) {
            model.addAttribute("faults", photos.faults(id, SHOWN));
        }
        return "office/roster-import";
    }
}
