package io.github.gradphoto.office;

import io.github.gradphoto.page.Upload;
import io.github.gradphoto.page.UploadDirectory;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.AdmissionPhotos;
import io.github.gradphoto.roster.PhotoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 录取照片: a ZIP goes in, its import shows how far it is, and what became of each file can be downloaded. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class AdmissionPhotosPage {

    private static final String PROGRESS = "redirect:/office/roster/imports/";

    private final AdmissionPhotos photos;
    private final UploadDirectory uploads;
    private final MessageSource texts;

    AdmissionPhotosPage(AdmissionPhotos photos, UploadDirectory uploads, MessageSource texts) {
        this.photos = photos;
        this.uploads = uploads;
        this.texts = texts;
    }

    @PostMapping("/office/roster/photos")
    String upload(@RequestParam(required = false) MultipartFile zip, Principal user) throws IOException {
        if (!Upload.isGiven(zip)) {
            throw Refusal.invalid("zipNeeded");
        }
        // a ZIP is read from its end; the file is gone when the answer is written, or at the next start
        var copy = uploads.file();
        try {
            zip.transferTo(copy);
            return PROGRESS + photos.accept(copy, user.getName());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Where a browser that asks again after a refusal goes. */
    @GetMapping("/office/roster/photos")
    String back() {
        return "redirect:/office/roster";
    }

    /** Each file with what became of it. */
    @GetMapping("/office/roster/imports/{id}/photos.csv")
    ResponseEntity<byte[]> files(@PathVariable long id) {
        var rows = photos.files(id).stream().map(this::row).toList();
        return CsvFile.download(
                "admission-photos.csv",
                List.of(text("roster.photos.place"), text("roster.photos.name"), text("roster.photos.outcome")),
                rows);
    }

    private List<String> row(PhotoFile file) {
        return List.of(Integer.toString(file.place()), file.name(), text("roster.photos.outcome." + file.outcome()));
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
