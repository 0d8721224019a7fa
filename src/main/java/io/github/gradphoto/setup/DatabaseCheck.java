package io.github.gradphoto.setup;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether the database answers, is new enough, keeps Chinese, and lets the application make its tables. */
final class DatabaseCheck {

    /** The oldest PostgreSQL that its makers still mend and the engine supports. */
    private static final int OLDEST = 14;

    private static final int IN_USE = 90020;
    private static final String TRIAL = "create table gradphoto_setup_trial (id integer)";

    private DatabaseCheck() {}

    static Finding look(Settings settings, Connection connection) {
        try {
            var data = connection.getMetaData();
            var version = data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
            if (data.getDatabaseProductName().equals("PostgreSQL")) {
                if (data.getDatabaseMajorVersion() < OLDEST) {
                    return Finding.bad("database.old", version, OLDEST);
                }
                var encoding = encoding(connection);
                if (!encoding.equals("UTF8")) {
                    return Finding.bad("database.encoding", encoding);
                }
            }
            if (connection.getSchema() == null) {
                return Finding.bad("database.schema", settings.username());
            }
            tryToMakeATable(connection);
            return Finding.good("database.good", version, settings.shownUrl());
        } catch (SQLException e) {
            return Finding.bad("database.rights", settings.username(), Reason.of(e));
        }
    }

    static Finding unreachable(Settings settings, SQLException failure) {
        return failure.getErrorCode() == IN_USE
                ? Finding.bad("database.inUse", settings.shownUrl())
                : Finding.bad("database.unreachable", settings.shownUrl(), Reason.of(failure));
    }

    private static String encoding(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show server_encoding")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tryToMakeATable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TRIAL);
            statement.execute("drop table gradphoto_setup_trial");
        }
    }
}
