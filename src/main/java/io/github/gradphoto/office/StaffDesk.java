package io.github.gradphoto.office;

import io.github.gradphoto.application.HeldTasks;
import io.github.gradphoto.identity.StaffAccount;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.identity.StaffLocks;
import io.github.gradphoto.identity.StaffRules;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an administrator does with accounts of staff. Nobody does it to themselves, so one administrator always stays. */
@Component
class StaffDesk {

    /** Without characters that look alike on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int FIRST_PASSWORD = 12;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_MAIL = 100;
    private static final int LONGEST_NOTE = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param groups as chosen, none for an account that may sign in and do nothing yet */
    record Entry(String displayName, String email, Set<StaffGroup> groups) {

        Entry {
            displayName = displayName.strip();
            email = email.isBlank() ? null : email.strip();
            if (displayName.isEmpty() || displayName.codePointCount(0, displayName.length()) > LONGEST_NAME) {
                throw Refusal.invalid("nameInvalid");
            }
            if (email != null && (email.length() > LONGEST_MAIL || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))) {
                throw Refusal.invalid("emailInvalid");
            }
            if (groups.isEmpty()) {
                throw Refusal.invalid("groupNeeded");
            }
        }
    }

    private final StaffAccounts accounts;
    private final StaffLocks locks;
    private final HeldTasks held;
    private final AuditLog audit;

    StaffDesk(StaffAccounts accounts, StaffLocks locks, HeldTasks held, AuditLog audit) {
        this.accounts = accounts;
        this.locks = locks;
        this.held = held;
        this.audit = audit;
    }

    /** @throws Refusal noAccount */
    StaffAccount find(String username) {
        return accounts.find(username).orElseThrow(() -> Refusal.notFound("noAccount"));
    }

    /** @return the first password, which is shown once and handed over */
    String create(String username, Entry entry, String by) {
        if (!StaffRules.isUsername(username)) {
            throw Refusal.invalid("usernameInvalid");
        }
        // The engine tells names apart by case, and people do not.
        if (accounts.all().stream().anyMatch(known -> known.username().equalsIgnoreCase(username))) {
            throw Refusal.conflict("usernameTaken");
        }
        var password = firstPassword();
        accounts.create(username, entry.displayName(), password, entry.groups());
        accounts.change(username, entry.displayName(), entry.email(), entry.groups());
        audit.record(by, "staff-created", username, names(entry.groups()));
        return password;
    }

    void change(String username, Entry entry, String by) {
        find(username);
        if (username.equals(by) && !entry.groups().contains(StaffGroup.ADMINISTRATOR)) {
            throw Refusal.conflict("notYourself");
        }
        accounts.change(username, entry.displayName(), entry.email(), entry.groups());
        audit.record(by, "staff-changed", username, names(entry.groups()));
    }

    String newPassword(String username, String by) {
        find(username);
        if (username.equals(by)) {
            throw Refusal.conflict("notYourself");
        }
        var password = firstPassword();
        accounts.setPassword(username, password);
        audit.record(by, "staff-password-reset", username, null);
        return password;
    }

    /** Closes the account first, so that nothing is claimed anew. @return how many tasks went back to their groups */
    int close(String username, String note, String by) {
        find(username);
        if (username.equals(by)) {
            throw Refusal.conflict("notYourself");
        }
        if (note.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("textTooLong", LONGEST_NOTE);
        }
        if (!locks.lock(username, by, note.strip())) {
            throw Refusal.conflict("accountClosed");
        }
        int given = held.giveBack(username, EnumSet.allOf(StaffGroup.class));
        audit.record(by, "staff-closed", username, "tasks " + given);
        return given;
    }

    void open(String username, String by) {
        find(username);
        if (!locks.unlock(username)) {
            throw Refusal.conflict("accountOpen");
        }
        audit.record(by, "staff-opened", username, null);
    }

    void changeOwnPassword(String username, String old, String wanted, String again) {
        if (!accounts.checkPassword(username, old)) {
            throw Refusal.invalid("oldPasswordWrong");
        }
        if (!wanted.equals(again)) {
            throw Refusal.invalid("passwordsDiffer");
        }
        if (!StaffRules.isPassword(wanted, username) || wanted.equals(old)) {
            throw Refusal.invalid("passwordWeak", StaffRules.SHORTEST_PASSWORD);
        }
        accounts.setPassword(username, wanted);
        audit.record(username, "password-changed", username, null);
    }

    private static String names(Set<StaffGroup> groups) {
        return groups.stream().map(StaffGroup::id).sorted().collect(Collectors.joining(" "));
    }

    private static String firstPassword() {
        return RANDOM.ints(FIRST_PASSWORD, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
