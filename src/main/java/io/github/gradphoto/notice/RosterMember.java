package io.github.gradphoto.notice;

/** Who is in the roster, where a long list needs no more. */
public record RosterMember(String studentNumber, String name, String className) {}
