package io.github.gradphoto.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation looks on every page of staff, Tasklist's included.
 *
 * @param name   of the college, before the product's; empty for the product's alone
 * @param colour of links and buttons, as {@code #rrggbb}
 * @param logo   file, SVG or PNG, at most 256 KB; empty for the product's own
 */
@ConfigurationProperties("gradphoto.brand")
public record Brand(
        @DefaultValue("") String name,
        @DefaultValue("#2f5f9e") String colour,
        @DefaultValue("") String logo) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final long LARGEST = 256 * 1024;
    private static final Map<String, String> TYPES = Map.of("svg", "image/svg+xml", "png", "image/png");

    public Brand {
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("gradphoto.brand.colour must look like #2f5f9e, not " + colour);
        }
        if (!logo.isBlank() && !(TYPES.containsKey(extension(logo)) && isSmall(Path.of(logo)))) {
            throw new IllegalArgumentException(
                    "gradphoto.brand.logo must be a readable .svg or .png of at most 256 KB, not " + logo);
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.isReadable(file) && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    Optional<Path> logoFile() {
        return logo.isBlank() ? Optional.empty() : Optional.of(Path.of(logo));
    }

    String logoType() {
        return TYPES.get(extension(logo));
    }
}
