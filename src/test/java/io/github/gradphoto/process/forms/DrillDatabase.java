package io.github.gradphoto.process.forms;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A database with the tools that back it up while it is used, and an empty one beside it. */
interface DrillDatabase {

    String url();

    String username();

    /** As an operator would, while others write. @return the backup */
    Path backUp(Path folder, DataSource source) throws IOException, InterruptedException;

    /** Into an empty database. @return its URL */
    String restore(Path backup) throws IOException, InterruptedException;

    void stop();

    /** PostgreSQL with its own tools where the machine has both of one version, else H2. */
    static DrillDatabase start() {
        return DrillPostgres.find().<DrillDatabase>map(DrillPostgres::start).orElseGet(DrillH2::new);
    }
}
