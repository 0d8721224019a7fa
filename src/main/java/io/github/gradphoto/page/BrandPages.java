package io.github.gradphoto.page;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The brand as files, which our pages and the engine's web applications load alike. */
@RestController
@EnableConfigurationProperties(Brand.class)
class BrandPages {

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Brand brand;
    private final MessageSource texts;

    BrandPages(Brand brand, MessageSource texts) {
        this.brand = brand;
        this.texts = texts;
    }

    @GetMapping(path = "/brand/brand.css", produces = "text/css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .body(":root { --brand: %s; --logo: url(/brand/logo); }\n".formatted(brand.colour()));
    }

    @GetMapping("/brand/logo")
    ResponseEntity<byte[]> logo() throws IOException {
        var file = brand.logoFile();
        var content = file.isPresent()
                ? Files.readAllBytes(file.get())
                : new ClassPathResource("static/img/favicon.svg").getContentAsByteArray();
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .contentType(MediaType.parseMediaType(file.isPresent() ? brand.logoType() : "image/svg+xml"))
                .body(content);
    }

    /** What Tasklist and Cockpit are told before they draw: the language of the reader and the name at the top. */
    @GetMapping("/brand/webapp.json")
    ResponseEntity<Map<String, String>> webapp(Locale language) {
        var english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "language",
                        english ? "en" : "zh",
                        "name",
                        (brand.name() + " " + texts.getMessage("app.name", null, language)).strip()));
    }
}
