package io.github.gradphoto.operations;

/** @param application null where it does not run from its jar */
public record Versions(String application, String springBoot, String engine, String java, String database) {}
