package io.github.gradphoto.operations;

import io.github.gradphoto.message.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Service;

/** Looks at everything that an administrator asks about first. */
@Service
public class Installation {

    private final EngineState engine;
    private final Messages messages;
    private final HealthEndpoint health;
    private final DataSource database;
    private final Path home;

    Installation(
            EngineState engine,
            Messages messages,
            HealthEndpoint health,
            DataSource database,
            @Value("${gradphoto.home}") Path home) {
        this.engine = engine;
        this.messages = messages;
        this.health = health;
        this.database = database;
        this.home = home;
    }

    public Condition condition() {
        return new Condition(
                parts(health.health()),
                engine.isRunningJobs(),
                engine.jobs(),
                engine.failedSteps(List.of()),
                messages.waiting(),
                Disk.of(home),
                versions());
    }

    private static Map<String, String> parts(HealthComponent all) {
        var parts = new TreeMap<String, String>();
        if (all instanceof CompositeHealth composite) {
            composite
                    .getComponents()
                    .forEach((name, part) -> parts.put(name, part.getStatus().getCode()));
        }
        return parts;
    }

    private Versions versions() {
        return new Versions(
                Installation.class.getPackage().getImplementationVersion(),
                SpringBootVersion.getVersion(),
                engine.version(),
                Runtime.version().toString(),
                databaseVersion());
    }

    private String databaseVersion() {
        try {
            return JdbcUtils.extractDatabaseMetaData(
                    database, data -> data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is.", e);
        }
    }
}
