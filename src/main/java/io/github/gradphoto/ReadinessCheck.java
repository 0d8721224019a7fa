package io.github.gradphoto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Before anything starts: says in one sentence each what a real installation lacks, and ends with exit code 1. */
class ReadinessCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        var lacking = lacking(environment);
        if (!lacking.isEmpty()) {
            lacking.forEach(System.err::println);
            System.exit(1);
        }
    }

    static List<String> lacking(Environment environment) {
        var lacking = new ArrayList<String>();
        var keys = Path.of(environment.getProperty("gradphoto.keys.directory", ""));
        if (!Files.isRegularFile(keys.resolve("encryption.json")) || !Files.isRegularFile(keys.resolve("index.json"))) {
            lacking.add("Keys are missing: put encryption.json and index.json into the folder that"
                    + " GRADPHOTO_KEYS_DIRECTORY names (README, \"Run it in production\").");
        }
        if (isBlank(environment, "gradphoto.administrator.username")) {
            lacking.add("The first administrator is missing: set GRADPHOTO_ADMINISTRATOR_USERNAME and, for the first"
                    + " start, GRADPHOTO_ADMINISTRATOR_PASSWORD.");
        }
        if (isBlank(environment, "spring.mail.host")) {
            lacking.add("Mail is missing: set SPRING_MAIL_HOST and GRADPHOTO_MAIL_FROM, without which no student can"
                    + " sign in.");
        }
        return lacking;
    }

    private static boolean isBlank(Environment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }
}
