package io.github.gradphoto.certificate;

/**
 * Who may collect the certificate for the student.
 *
 * @param lastFour of the proxy's ID number, by which the desk recognises them
 */
public record Proxy(String name, String lastFour) {}
