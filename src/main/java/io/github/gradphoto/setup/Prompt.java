package io.github.gradphoto.setup;

import java.io.Console;

/** Asks whoever sits at the terminal. */
interface Prompt {

    /** @return null where nobody sits there */
    String ask(String question);

    /** The same without showing what is typed. */
    String askSecretly(String question);

    /** The terminal of the process, if it has one. */
    static Prompt ofThisMachine() {
        return new Prompt() {
            private final Console console = System.console();

            @Override
            public String ask(String question) {
                return console == null ? null : console.readLine("%s", question);
            }

            @Override
            public String askSecretly(String question) {
                var typed = console == null ? null : console.readPassword("%s", question);
                return typed == null ? null : new String(typed);
            }
        };
    }
}
