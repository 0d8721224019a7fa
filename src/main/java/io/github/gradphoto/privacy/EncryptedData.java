package io.github.gradphoto.privacy;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By which keys the data of a database was encrypted, read without any key: a ciphertext of Tink begins with the byte 1
 * and the id of its key (four bytes). Every encrypted text is looked at; of pictures and files the oldest and the newest.
 */
public final class EncryptedData {

    /** So many characters of Base64 hold the first five bytes. */
    private static final int CHARACTERS = 7;

    private static final String PICTURES = "photo_blob";

    private record Column(String table, String name, boolean binary) {}

    private EncryptedData() {}

    /**
     * @return none where nothing is encrypted yet, or there is no table of ours
     * @throws IllegalStateException with table and column, where a value is no ciphertext
     */
    public static Set<Integer> keyIds(Connection connection) throws SQLException {
        var ids = new LinkedHashSet<Integer>();
        for (var column : columns(connection)) {
            ids.addAll(column.binary() ? ofFiles(connection, column) : ofTexts(connection, column));
        }
        return ids;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.prepareStatement("""
                        select table_name, column_name, data_type from information_schema.columns
                        where lower(table_schema) = lower(?) and (lower(column_name) like '%\\_enc' escape '\\'
                              or (lower(table_name) = ? and lower(column_name) = 'content'))""")) {
            statement.setString(1, connection.getSchema());
            statement.setString(2, PICTURES);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var type = rows.getString(3).toLowerCase(Locale.ROOT);
                    columns.add(new Column(
                            rows.getString(1).toLowerCase(Locale.ROOT),
                            rows.getString(2).toLowerCase(Locale.ROOT),
                            type.equals("bytea") || type.startsWith("binary")));
                }
            }
        }
        return columns;
    }

    private static Set<Integer> ofTexts(Connection connection, Column column) throws SQLException {
        var sql = "select distinct substring(%s from 1 for %d) from %s where %1$s is not null"
                .formatted(column.name(), CHARACTERS, column.table());
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var ids = new LinkedHashSet<Integer>();
            while (rows.next()) {
                var begin = rows.getString(1);
                if (begin.length() == CHARACTERS) {
                    ids.add(id(decode(begin, column), column));
                }
            }
            return ids;
        }
    }

    private static Set<Integer> ofFiles(Connection connection, Column column) throws SQLException {
        var ids = new LinkedHashSet<Integer>();
        for (var end : List.of("min", "max")) {
            // of a file that is not needed any more only the row stays
            var sql = "select %s from %s where id = (select %s(id) from %2$s where %1$s is not null)"
                    .formatted(column.name(), column.table(), end);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    ids.add(id(begin(rows), column));
                }
            }
        }
        return ids;
    }

    private static byte[] begin(ResultSet rows) throws SQLException {
        try (var content = rows.getBinaryStream(1)) {
            return content.readNBytes(5);
        } catch (java.io.IOException e) {
            throw new SQLException("A stored file cannot be read.", e);
        }
    }

    private static byte[] decode(String begin, Column column) {
        try {
            return Base64.getDecoder().decode(begin + "A");
        } catch (IllegalArgumentException e) {
            throw unreadable(column);
        }
    }

    private static int id(byte[] ciphertext, Column column) {
        if (ciphertext.length <= Integer.BYTES) {
            throw unreadable(column);
        }
        return ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt();
    }

    private static IllegalStateException unreadable(Column column) {
        return new IllegalStateException(column.table() + "." + column.name());
    }
}
