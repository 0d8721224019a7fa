package io.github.gradphoto.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts of staff, kept by the process engine, so that one sign-in serves Tasklist, Cockpit and {@code /office}. */
public interface StaffAccounts {

    boolean exists(String username);

    boolean hasAdministrator();

    void create(String username, String displayName, String password, Set<StaffGroup> groups);

    /** All accounts, by name; those that are closed among them. */
    List<StaffAccount> all();

    Optional<StaffAccount> find(String username);

    /** @param email null for none */
    void change(String username, String displayName, String email, Set<StaffGroup> groups);

    void setPassword(String username, String password);

    /** Whether name and password belong together, and the account is not closed. */
    boolean checkPassword(String username, String password);

    Set<StaffGroup> groupsOf(String username);

    String displayName(String username);

    /** Class teachers: their display names by their usernames. Closed accounts are left out, here and below. */
    Map<String, String> teachers();

    /** The mail address that the account has, or null; null as well where the account is closed. */
    String emailOf(String username);

    /** The addresses of those of the group that have one. */
    Set<String> emailsOf(StaffGroup group);
}
