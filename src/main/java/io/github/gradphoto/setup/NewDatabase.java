package io.github.gradphoto.setup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.gradphoto.identity.FirstAdministrator;
import io.github.gradphoto.privacy.SchemaDialect;
import org.flywaydb.core.Flyway;

/** Makes the tables of a new database and the first account in it. A database with tables is not upgraded here. */
final class NewDatabase {

    private NewDatabase() {}

    static Finding prepare(Settings settings, DatabaseState state, Account account) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(3);
        try (var source = new HikariDataSource(pool)) {
            if (state.isNew()) {
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration")
                        .placeholders(SchemaDialect.placeholders(source))
                        .load()
                        .migrate();
            }
            FirstAdministrator.find().create(source, account.username(), account.password());
            return Finding.good("administrator.made", account.username());
        } catch (RuntimeException e) {
            return Finding.bad("administrator.failed", Reason.of(e));
        }
    }
}
