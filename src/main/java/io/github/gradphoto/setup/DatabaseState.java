package io.github.gradphoto.setup;

import io.github.gradphoto.identity.FirstAdministrator;
import io.github.gradphoto.privacy.EncryptedData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * What the database says of the installation while nothing of the application runs on it.
 *
 * @param isNew         without a table of ours
 * @param keysOfData    ids of the keys that its data was encrypted with
 * @param someone       an encrypted ID number of the roster and its hash; null where there is none
 */
record DatabaseState(boolean isNew, Set<Integer> keysOfData, Indexed someone, boolean hasAdministrator) {

    /** @param hash as the index key made it */
    record Indexed(String encrypted, String hash) {}

    static final DatabaseState EMPTY = new DatabaseState(true, Set.of(), null, false);

    static DatabaseState read(Connection connection) throws SQLException {
        return new DatabaseState(
                !hasTable(connection, "flyway_schema_history"),
                EncryptedData.keyIds(connection),
                hasTable(connection, "student") ? someone(connection) : null,
                FirstAdministrator.find().exists(connection));
    }

    boolean hasData() {
        return !keysOfData.isEmpty();
    }

    private static Indexed someone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id_number_enc, id_index from student"
                        + " where length(id_index) = 64 order by id fetch first 1 rows only")) {
            return rows.next() ? new Indexed(rows.getString(1), rows.getString(2)) : null;
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
