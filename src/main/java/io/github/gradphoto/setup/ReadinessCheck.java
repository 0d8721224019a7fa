package io.github.gradphoto.setup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/**
 * Before anything starts: says in one sentence each what a real installation lacks, and ends with exit code 1. So nothing
 * is written to a database whose data these keys cannot read.
 */
public final class ReadinessCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        var lacking = lacking(Settings.of(environment));
        if (!lacking.isEmpty()) {
            var terminal = Terminal.on(System.err);
            lacking.forEach(terminal::say);
            System.exit(1);
        }
    }

    static List<Finding> lacking(Settings settings) {
        var lacking = new ArrayList<Finding>();
        if (settings.isNewFile()) {
            lacking.addAll(lacking(settings, DatabaseState.EMPTY));
        } else {
            try (var connection = settings.connect()) {
                lacking.addAll(lacking(settings, DatabaseState.read(connection)));
            } catch (SQLException e) {
                lacking.add(DatabaseCheck.unreachable(settings, e));
            }
        }
        lacking.add(MailCheck.lacking(settings));
        lacking.removeIf(Objects::isNull);
        return lacking;
    }

    private static List<Finding> lacking(Settings settings, DatabaseState state) {
        var lacking = new ArrayList<Finding>();
        var keys = KeysCheck.look(settings, state, false);
        if (keys.isBad()) {
            lacking.add(keys);
        }
        boolean told = !settings.administrator().isBlank()
                && !settings.administratorPassword().isBlank();
        if (!state.hasAdministrator() && !told) {
            lacking.add(Finding.bad("administrator.missing"));
        }
        return lacking;
    }
}
