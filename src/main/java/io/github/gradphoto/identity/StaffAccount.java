package io.github.gradphoto.identity;

import java.util.Set;

/**
 * One account of staff.
 *
 * @param email null where there is none
 */
public record StaffAccount(String username, String displayName, String email, Set<StaffGroup> groups) {}
