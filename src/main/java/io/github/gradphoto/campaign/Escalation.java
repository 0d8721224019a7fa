package io.github.gradphoto.campaign;

/**
 * One class in which somebody has not finished.
 *
 * @param teacher username of the class teacher, or null
 * @param told    whether a message went to the teacher; the office tells the others
 */
public record Escalation(
        String classCode, String className, String teacher, int addressed, int unfinished, boolean told) {}
