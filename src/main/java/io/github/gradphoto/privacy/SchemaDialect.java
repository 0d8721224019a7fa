package io.github.gradphoto.privacy;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one type in which our schema differs between H2 and PostgreSQL: large binary values. */
@Configuration(proxyBeanMethods = false)
public class SchemaDialect {

    @Bean
    FlywayConfigurationCustomizer blobType() {
        return configuration -> configuration.placeholders(placeholders(configuration.getDataSource()));
    }

    /** What the scripts of the schema leave open. */
    public static Map<String, String> placeholders(DataSource source) {
        try (var connection = source.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName();
            return Map.of("blob", "H2".equals(product) ? "blob" : "bytea");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked what it is.", e);
        }
    }
}
