package io.github.gradphoto.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** The first account of an installation that does not run yet. Found as a service: only the package process knows the engine. */
public interface FirstAdministrator {

    static FirstAdministrator find() {
        return ServiceLoader.load(FirstAdministrator.class).findFirst().orElseThrow();
    }

    /** Whether the database has an administrator; without any table of the engine it has none. */
    boolean exists(Connection connection) throws SQLException;

    /** Makes the engine's tables where they are missing, the groups with their rights, and the account. */
    void create(DataSource source, String username, String password);
}
