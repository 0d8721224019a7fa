package io.github.gradphoto.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What the installation was told, from wherever Spring Boot takes it. */
record Settings(
        Path home,
        Path keys,
        String url,
        String username,
        String password,
        MailProperties mail,
        String from,
        String address,
        String administrator,
        String administratorPassword) {

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final int SECONDS = 10;

    static Settings of(Environment environment) {
        var home = text(environment, "gradphoto.home");
        return new Settings(
                Path.of(home),
                Path.of(text(environment, "gradphoto.keys.directory")),
                text(environment, "spring.datasource.url"),
                text(environment, "spring.datasource.username"),
                text(environment, "spring.datasource.password"),
                Binder.get(environment).bindOrCreate("spring.mail", MailProperties.class),
                text(environment, "gradphoto.mail.from"),
                text(environment, "gradphoto.address"),
                text(environment, "gradphoto.administrator.username").strip(),
                text(environment, "gradphoto.administrator.password"));
    }

    private static String text(Environment environment, String property) {
        return environment.getProperty(property, "");
    }

    Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(SECONDS);
        return DriverManager.getConnection(url, username, password);
    }

    /** Whether it is a database in a file that nobody has made yet; to connect would make it. */
    boolean isNewFile() {
        return url.startsWith(H2_FILE)
                && !Files.exists(Path.of(url.substring(H2_FILE.length()).split(";")[0] + ".mv.db"));
    }

    /** Without the password that somebody may have put into it. */
    String shownUrl() {
        return url.split("[?;]")[0];
    }
}
