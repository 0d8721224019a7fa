package io.github.gradphoto.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Cases that wait for staff, counted and cut by the database, however many there are. Asks for nobody's rights: for pages
 * that are open to the group alone whose work these steps are.
 */
public interface WaitingCases {

    /** @param count cases of the class */
    record ClassCount(long noticeId, String classCode, String className, int count) {}

    /** A step where nobody waits is left out. */
    Map<Step, Integer> counts(Collection<Step> steps);

    /** The newest notice first, then by class. */
    List<ClassCount> classes(Collection<Step> steps);

    /**
     * Their application numbers, by class and student number.
     *
     * @param classCode empty for all
     */
    List<String> numbers(Collection<Step> steps, String classCode, int most);
}
