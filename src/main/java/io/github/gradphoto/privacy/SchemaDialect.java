package io.github.gradphoto.privacy;

import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one type in which our schema differs between H2 and PostgreSQL: large binary values. */
@Configuration(proxyBeanMethods = false)
class SchemaDialect {

    @Bean
    FlywayConfigurationCustomizer blobType() {
        return configuration -> {
            try (var connection = configuration.getDataSource().getConnection()) {
                var product = connection.getMetaData().getDatabaseProductName();
                configuration.placeholders(Map.of("blob", "H2".equals(product) ? "blob" : "bytea"));
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be asked what it is.", e);
            }
        };
    }
}
