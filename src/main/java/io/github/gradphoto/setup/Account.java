package io.github.gradphoto.setup;

import io.github.gradphoto.identity.StaffRules;

/** Name and password of the first administrator, from the environment or from the terminal. */
record Account(String username, String password) {

    private static final int TRIES = 5;
    private static final String USUAL = "admin";

    /** @return null where neither says one */
    static Account find(Settings settings, Prompt prompt, Terminal terminal) {
        if (!settings.administrator().isBlank()
                && !settings.administratorPassword().isBlank()) {
            return new Account(settings.administrator(), settings.administratorPassword());
        }
        return ask(settings.administrator().isBlank() ? USUAL : settings.administrator(), prompt, terminal);
    }

    private static Account ask(String proposed, Prompt prompt, Terminal terminal) {
        var typed = prompt.ask(terminal.text("ask.username", proposed));
        if (typed == null) {
            return null;
        }
        var username = typed.isBlank() ? proposed : typed.strip();
        for (int i = 0; i < TRIES; i++) {
            var password = prompt.askSecretly(terminal.text("ask.password", StaffRules.SHORTEST_PASSWORD));
            if (password == null) {
                return null;
            }
            var account = new Account(username, password);
            if (account.fault() != null) {
                terminal.say(account.fault());
            } else if (password.equals(prompt.askSecretly(terminal.text("ask.again")))) {
                return account;
            } else {
                terminal.say(Finding.note("ask.differ"));
            }
        }
        return null;
    }

    /** @return null for none */
    Finding fault() {
        if (!StaffRules.isUsername(username)) {
            return Finding.bad("administrator.name", username);
        }
        return StaffRules.isPassword(password, username)
                ? null
                : Finding.bad("administrator.weak", StaffRules.SHORTEST_PASSWORD);
    }
}
