package io.github.gradphoto.process.forms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The machine's own PostgreSQL, because its pg_dump has to be as new as its server, and Maven's binaries bring no pg_dump.
 * Backed up and restored by the scripts that the operators' pages name.
 */
final class DrillPostgres implements DrillDatabase {

    private static final Path PLACES = Path.of("/usr/lib/postgresql");
    private static final String USER = "gradphoto";
    private static final String RESTORED = "restored";

    private final Path bin;
    private final Path data;
    private final int port;

    private DrillPostgres(Path bin, Path data, int port) {
        this.bin = bin;
        this.data = data;
        this.port = port;
    }

    /** The folder of the newest one that this user can start. */
    static Optional<Path> find() {
        boolean wanted = !"h2".equals(System.getenv("GRADPHOTO_DRILL"));
        boolean startable = !isRoot() || (Files.exists(Path.of("/usr/sbin/runuser")) && hasUser("postgres"));
        if (!wanted || !startable || !Files.isDirectory(PLACES)) {
            return Optional.empty();
        }
        try (var versions = Files.list(PLACES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(place -> Stream.of("initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")
                            .allMatch(tool -> Files.isExecutable(place.resolve(tool))))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static DrillPostgres start(Path bin) {
        try {
            var data = Path.of(asServer(List.of("mktemp", "-d", "/tmp/drill-XXXXXX"), Map.of())
                    .strip());
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var cluster = data.resolve("data").toString();
            asServer(
                    List.of(
                            bin.resolve("initdb").toString(),
                            "--pgdata=" + cluster,
                            "--username=" + USER,
                            "--auth=trust",
                            "--encoding=UTF8",
                            "--locale=C"),
                    Map.of());
            asServer(
                    List.of(
                            bin.resolve("pg_ctl").toString(),
                            "--pgdata=" + cluster,
                            "--log=" + data.resolve("log"),
                            "--wait",
                            "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off"
                                    + " -c max_connections=200 -c unix_socket_directories=" + data,
                            "start"),
                    Map.of());
            var postgres = new DrillPostgres(bin, data, port);
            postgres.tool("createdb", List.of("gradphoto"), "postgres");
            postgres.tool("createdb", List.of(RESTORED), "postgres");
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url() {
        return url("gradphoto");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String username() {
        return USER;
    }

    @Override
    public Path backUp(Path folder, DataSource source) throws IOException, InterruptedException {
        script("backup.sh", folder, "gradphoto");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dump"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    @Override
    public String restore(Path backup) throws IOException, InterruptedException {
        script("restore.sh", backup, RESTORED);
        return url(RESTORED);
    }

    /** @return what it said; @throws IOException with what it said when it fails */
    String script(String name, Path argument, String database) throws IOException, InterruptedException {
        return run(List.of("src/tools/" + name, argument.toString()), environment(database));
    }

    private void tool(String name, List<String> arguments, String database) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(bin.resolve(name).toString()));
        command.addAll(arguments);
        run(command, environment(database));
    }

    private Map<String, String> environment(String database) {
        return Map.of(
                "PGBIN",
                bin.toString(),
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                String.valueOf(port),
                "PGUSER",
                USER,
                "PGDATABASE",
                database);
    }

    @Override
    public void stop() {
        try {
            asServer(
                    List.of(
                            bin.resolve("pg_ctl").toString(),
                            "--pgdata=" + data.resolve("data"),
                            "--mode=immediate",
                            "stop"),
                    Map.of());
            asServer(List.of("rm", "-rf", data.toString()), Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL does not run as root. */
    private static String asServer(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        if (!isRoot()) {
            return run(command, environment);
        }
        var whole = new ArrayList<>(List.of("/usr/sbin/runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        return run(whole, environment);
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("drill", ".out"); // a server that stays would hold a pipe open
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        var said = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ": " + said);
        }
        return said;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean hasUser(String name) {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream().anyMatch(line -> line.startsWith(name + ":"));
        } catch (IOException e) {
            return false;
        }
    }
}
