package io.github.gradphoto.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The files that operators copy are valid where their programs are installed, and the pages name what exists. */
class OperationsTest {

    private static final Path PAGES = Path.of("src/docs/operations");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern NAMED = Pattern.compile("src/(?:tools|docs)/[\\w./-]*\\w");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @TempDir
    Path folder;

    @Test
    void theUnitFilesAreValid() throws Exception {
        var analyze = program("systemd-analyze", "GRADPHOTO_SYSTEMD_ANALYZE");
        var command = new ArrayList<>(List.of(analyze, "verify", "--man=no"));
        for (var unit : files(PAGES, ".service", ".timer")) {
            var copy = folder.resolve(unit.getFileName().toString());
            // whether Java is where the page puts it is a question to the operator's machine
            Files.writeString(copy, Files.readString(unit).replaceAll("(?m)^ExecStart=\\S+", "ExecStart=/bin/true"));
            command.add(copy.toString());
        }
        assertThat(command).hasSizeGreaterThan(5);
        assertThat(run(command)).isEqualTo("exit 0");
    }

    @Test
    void aMailServerThatSaysNothingIsNotWaitedForLong() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sender = new JavaMailSenderImpl();
            sender.setProtocol("smtp");
            sender.setHost(silent.getInetAddress().getHostAddress());
            sender.setPort(silent.getLocalPort());
            var health = new MailHealth(sender, Duration.ofMillis(50)).health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void nginxTakesItsFile() throws Exception {
        var nginx = program("nginx", "GRADPHOTO_NGINX");
        run(List.of(
                program("openssl", "GRADPHOTO_OPENSSL"),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=photo.college.example",
                "-keyout",
                folder.resolve("privkey.pem").toString(),
                "-out",
                folder.resolve("fullchain.pem").toString()));
        Files.writeString(
                folder.resolve("site.conf"),
                Files.readString(PAGES.resolve("nginx.conf"))
                        .replace("/etc/ssl/gradphoto", folder.toString())
                        .replace("listen 80;", "listen unix:" + folder.resolve("plain") + ";")
                        .replace("listen 443 ssl", "listen unix:" + folder.resolve("tls") + " ssl"));
        Files.writeString(folder.resolve("nginx.conf"), """
                pid %1$s/pid; error_log stderr; events {}
                http { access_log off; client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
                  uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s; include %1$s/site.conf; }
                """.formatted(folder));
        assertThat(run(List.of(nginx, "-t", "-c", folder.resolve("nginx.conf").toString())))
                .contains("test is successful")
                .doesNotContain("[warn]")
                .endsWith("exit 0");
    }

    @Test
    void caddyTakesItsFile() throws Exception {
        assertThat(run(List.of(
                        program("caddy", "GRADPHOTO_CADDY"),
                        "validate",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        PAGES.resolve("Caddyfile").toString())))
                .contains("Valid configuration")
                .endsWith("exit 0");
    }

    @Test
    void theScriptsAreShellAndSayHowTheyAreUsed() throws Exception {
        for (var script : List.of("backup.sh", "restore.sh")) {
            var path = Path.of("src/tools", script);
            assertThat(path).isExecutable();
            assertThat(run(List.of("bash", "-n", path.toString()))).isEqualTo("exit 0");
            assertThat(run(List.of("bash", path.toString())))
                    .contains(script + " FOLDER")
                    .endsWith("exit 2");
        }
    }

    @Test
    void thePagesNameWhatExists() throws IOException {
        for (var page : files(PAGES, ".md")) {
            var text = Files.readString(page);
            LINK.matcher(text)
                    .results()
                    .map(link -> PAGES.resolve(link.group(1)))
                    .forEach(target -> assertThat(target).as(page.toString()).exists());
            NAMED.matcher(text)
                    .results()
                    .map(named -> Path.of(named.group()))
                    .filter(named -> !named.endsWith("gradphoto-backup"))
                    .forEach(target -> assertThat(target).as(page.toString()).exists());
            for (var test : TEST.matcher(text).results().toList()) {
                assertThat(tests()).as(page.toString()).contains(test.group(1) + ".java");
            }
        }
    }

    private static List<String> tests() throws IOException {
        try (var all = Files.walk(Path.of("src/test/java"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Path> files(Path folder, String... ends) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /** Where it is, or the test is skipped. */
    private static String program(String name, String variable) {
        var place = Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .or(() -> Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin")
                        .map(directory -> Path.of(directory, name))
                        .filter(Files::isExecutable)
                        .findFirst());
        assumeTrue(place.isPresent(), "no " + name + " on this machine");
        return place.get().toString();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }
}
