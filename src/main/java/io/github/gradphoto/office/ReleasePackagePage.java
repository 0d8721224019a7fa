package io.github.gradphoto.office;

import io.github.gradphoto.registration.ReleasePackages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The two files of a package, which go different ways: the pictures, and whose they are. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class ReleasePackagePage {

    private final ReleasePackages packages;
    private final MessageSource texts;

    ReleasePackagePage(ReleasePackages packages, MessageSource texts) {
        this.packages = packages;
        this.texts = texts;
    }

    /** Written picture by picture, because a thousand of them have 40 MB. */
    @GetMapping("/office/registration/runs/{id}/package.zip")
    void zip(@PathVariable long id, Principal user, HttpServletResponse response) throws IOException {
        packages.ensureReady(id, user.getName());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("photos-" + id + ".zip")
                        .build()
                        .toString());
        packages.write(id, user.getName(), response.getOutputStream());
    }

    @GetMapping("/office/registration/runs/{id}/keys.csv")
    ResponseEntity<byte[]> keys(@PathVariable long id, Principal user) {
        var rows = packages.keys(id, user.getName()).stream()
                .map(line -> List.of(line.key(), line.file(), line.studentNumber(), line.name(), line.code()))
                .toList();
        return CsvFile.download(
                "keys-" + id + ".csv",
                List.of(
                        text("reg.key"),
                        text("reg.file"),
                        text("field.STUDENT_NUMBER"),
                        text("field.NAME"),
                        text("reg.code")),
                rows);
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
