package io.github.gradphoto.setup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/**
 * Before anything starts: says in one sentence each what a real installation lacks, and ends with an exit code of its own.
 * So nothing is written to a database whose data these keys cannot read.
 */
public final class ReadinessCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Somebody has to mend the settings first: a service manager need not try again (EX_CONFIG). */
    private static final int WRONG_SETTINGS = 78;

    private static final int TRY_AGAIN = 1;

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
            System.exit(exitCode(lacking));
        }
    }

    /** A database may still be on its way up after a power cut; all else stays as it is. */
    static int exitCode(List<Finding> lacking) {
        return lacking.stream().allMatch(finding -> finding.key().equals("database.unreachable"))
                ? TRY_AGAIN
                : WRONG_SETTINGS;
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
            } catch (IllegalStateException damaged) {
                lacking.add(KeysCheck.damaged(damaged.getMessage()));
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
