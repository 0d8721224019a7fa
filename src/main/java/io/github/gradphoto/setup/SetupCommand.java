package io.github.gradphoto.setup;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * {@code java -jar gradphoto.jar setup [--test-mail=ADDRESS] [--another-administrator]}: makes what only an installation has (its keys, its first
 * administrator) and says in one line each what is there and what to do. Repeatable; never writes over anything.
 */
public final class SetupCommand {

    private static final int WRONG_ARGUMENTS = 2;
    private static final String TEST_MAIL = "--test-mail=";

    /** For whoever has lost the only password: who may start this, holds keys and database anyway. */
    private static final String ANOTHER = "--another-administrator";

    private final Settings settings;
    private final Terminal terminal;
    private final Prompt prompt;
    private boolean good = true;

    SetupCommand(Settings settings, Terminal terminal, Prompt prompt) {
        this.settings = settings;
        this.terminal = terminal;
        this.prompt = prompt;
    }

    /** @return the exit code: 0 when the application can start, 1 when something is missing, 2 for wrong arguments */
    public static int run(List<String> arguments) {
        var terminal = Terminal.on(System.out);
        if (arguments.stream().anyMatch(SetupCommand::isSecret)) {
            terminal.line("usage.secret");
            return WRONG_ARGUMENTS;
        }
        if (arguments.stream().anyMatch(argument -> !argument.startsWith("--"))) {
            terminal.line("usage");
            return WRONG_ARGUMENTS;
        }
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=off")
                .run(arguments.toArray(String[]::new))) {
            var command = new SetupCommand(Settings.of(context.getEnvironment()), terminal, Prompt.ofThisMachine());
            return command.setUp(testMail(arguments), arguments.contains(ANOTHER));
        }
    }

    /** What stands on a command line, every user of the machine can read. */
    private static boolean isSecret(String argument) {
        return argument.toLowerCase(Locale.ROOT).contains("password");
    }

    private static String testMail(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(TEST_MAIL))
                .map(argument -> argument.substring(TEST_MAIL.length()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param testMail where to send a message; null for none
     * @param another  whether to make an account although there is one
     */
    int setUp(String testMail, boolean another) {
        say(MachineCheck.disk(settings.home()));
        say(MachineCheck.font());
        database(another);
        var mail = new MailCheck(settings);
        var server = mail.look();
        say(server);
        if (testMail != null && !server.isBad()) {
            say(mail.send(testMail));
        }
        say(MachineCheck.address(settings.address()));
        terminal.line(good ? "ready" : "notReady");
        return good ? 0 : 1;
    }

    /** Keys after the database, because only it can say whether there is data that needs other ones. */
    private void database(boolean another) {
        DatabaseState state;
        try (var connection = settings.connect()) {
            var database = DatabaseCheck.look(settings, connection);
            say(database);
            if (database.isBad()) {
                terminal.line("keys.later");
                return;
            }
            state = DatabaseState.read(connection);
        } catch (SQLException e) {
            say(DatabaseCheck.unreachable(settings, e));
            terminal.line("keys.later");
            return;
        } catch (IllegalStateException damaged) {
            say(KeysCheck.damaged(damaged.getMessage()));
            return;
        }
        var keys = KeysCheck.look(settings, state, true);
        say(keys);
        if (!keys.isBad()) {
            say(Finding.note("keys.keepACopy"));
            say(administrator(state, another));
        }
    }

    private Finding administrator(DatabaseState state, boolean another) {
        if (state.hasAdministrator() && !another) {
            return Finding.good("administrator.good");
        }
        var account = Account.find(settings, prompt, terminal);
        if (account == null) {
            return Finding.bad("administrator.missing");
        }
        return account.fault() != null ? account.fault() : NewDatabase.prepare(settings, state, account);
    }

    private void say(Finding finding) {
        good &= !finding.isBad();
        terminal.say(finding);
    }

    /** The environment is wanted, and nothing that would start with it. */
    static class Nothing {}
}
