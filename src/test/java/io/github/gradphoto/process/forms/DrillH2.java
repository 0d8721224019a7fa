package io.github.gradphoto.process.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.tools.Restore;

/** H2 in a file, backed up by its own statement. */
final class DrillH2 implements DrillDatabase {

    private final Path folder;

    DrillH2() {
        try {
            folder = Files.createTempDirectory("drill");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url() {
        return "jdbc:h2:file:" + folder.resolve("source/gradphoto") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    public String username() {
        return "sa";
    }

    @Override
    public Path backUp(Path target, DataSource source) throws IOException {
        var zip = Files.createDirectories(target).resolve("gradphoto.zip");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("backup to '" + zip + "'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return zip;
    }

    @Override
    public String restore(Path backup) {
        Restore.execute(backup.toString(), folder.resolve("restored").toString(), "gradphoto");
        return "jdbc:h2:file:" + folder.resolve("restored/gradphoto") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    @Override
    public void stop() {}
}
