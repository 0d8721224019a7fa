package io.github.gradphoto;

import io.github.gradphoto.privacy.KeyFiles;
import java.nio.file.Path;

/** {@code java -jar gradphoto.jar setup}: makes the keys of a new installation. Needs no database. */
final class Setup {

    private Setup() {}

    static void run() {
        var home = System.getenv().getOrDefault("GRADPHOTO_HOME", "./.gradphoto");
        var directory = Path.of(System.getenv().getOrDefault("GRADPHOTO_KEYS_DIRECTORY", home + "/keys"));
        KeyFiles.createIfMissing(directory);
        System.out.println("The keys are in " + directory.toAbsolutePath().normalize()
                + ". Keep a copy in another safe place: without them the data cannot be read.");
    }
}
