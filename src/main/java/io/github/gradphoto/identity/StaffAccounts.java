package io.github.gradphoto.identity;

import java.util.Map;
import java.util.Set;

/** The accounts of staff, kept by the process engine, so that one sign-in serves Tasklist, Cockpit and {@code /office}. */
public interface StaffAccounts {

    boolean exists(String username);

    boolean hasAdministrator();

    void create(String username, String displayName, String password, Set<StaffGroup> groups);

    /** Whether name and password belong together. */
    boolean checkPassword(String username, String password);

    Set<StaffGroup> groupsOf(String username);

    String displayName(String username);

    /** Class teachers: their display names by their usernames. */
    Map<String, String> teachers();

    /** The mail address that the account has, or null. */
    String emailOf(String username);

    /** The addresses of those of the group that have one. */
    Set<String> emailsOf(StaffGroup group);
}
