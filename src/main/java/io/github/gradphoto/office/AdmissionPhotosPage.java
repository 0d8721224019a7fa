package io.github.gradphoto.office;

import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.AdmissionPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 录取照片: a ZIP goes in, a report of what fitted whom comes out. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class AdmissionPhotosPage {

    private final AdmissionPhotos photos;

    AdmissionPhotosPage(AdmissionPhotos photos) {
        this.photos = photos;
    }

    @PostMapping("/office/roster/photos")
    String upload(@RequestParam(required = false) MultipartFile zip, Principal user, RedirectAttributes next)
            throws IOException {
        if (!Upload.isGiven(zip)) {
            throw Refusal.invalid("zipNeeded");
        }
        // a ZIP is read from its end; the copy is gone when the answer is written
        var copy = Files.createTempFile("gradphoto-", ".zip");
        try {
            zip.transferTo(copy);
            next.addFlashAttribute("report", photos.takeIn(copy, user.getName()));
        } finally {
            Files.deleteIfExists(copy);
        }
        return "redirect:/office/roster/photos";
    }

    @GetMapping("/office/roster/photos")
    String report(Model model) {
        return model.containsAttribute("report") ? "office/admission-photos" : "redirect:/office/roster";
    }
}
