package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.FirstAdministrator;
import io.github.gradphoto.identity.StaffGroup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** An engine without diagrams and jobs, just long enough to write the account as the application will read it. */
public final class StandaloneFirstAdministrator implements FirstAdministrator {

    @Override
    public boolean exists(Connection connection) throws SQLException {
        if (!hasTable(connection, "act_id_membership")) {
            return false;
        }
        var open = hasTable(connection, "staff_lock") ? " and USER_ID_ not in (select username from staff_lock)" : "";
        try (var statement =
                connection.prepareStatement("select count(*) from ACT_ID_MEMBERSHIP where GROUP_ID_ = ?" + open)) {
            statement.setString(1, StaffGroup.ADMINISTRATOR.id());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        }
    }

    @Override
    public void create(DataSource source, String username, String password) {
        var configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("setup");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate(
                hasTables(source)
                        ? ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE
                        : ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        // The database remembers it and refuses another one: the same as in application.yml.
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        // as in application.yml: with it, members of a group get the right to read it
        configuration.setAuthorizationEnabled(true);
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        var engine = configuration.buildProcessEngine();
        try {
            new EngineGroups(engine.getIdentityService(), engine.getAuthorizationService()).createMissing();
            new EngineUsers(engine.getIdentityService())
                    .create(username, username, null, password, Set.of(StaffGroup.ADMINISTRATOR));
        } finally {
            engine.close();
        }
    }

    private static boolean hasTables(DataSource source) {
        try (var connection = source.getConnection()) {
            return hasTable(connection, "act_id_membership");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer.", e);
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from information_schema.tables"
                + " where lower(table_schema) = lower(?) and lower(table_name) = ?")) {
            statement.setString(1, connection.getSchema());
            statement.setString(2, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
