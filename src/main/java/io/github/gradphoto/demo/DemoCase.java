package io.github.gradphoto.demo;

import io.github.gradphoto.notice.CollectionType;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One case that the demo starts with.
 *
 * @param group what the log and the tests call its kind
 * @param flaws what is wrong with each photo that the student uploads, in their order
 * @param way drives the case to where it stands
 */
record DemoCase(String group, String studentNumber, CollectionType type, List<Set<Flaw>> flaws, Consumer<DemoWay> way) {

    private static final Set<String> COMPARED = Set.of("review", "returned", "help", "secondOpinion", "reverification");

    /** Whether somebody is about to look at the admission photo beside the new one. */
    boolean isCompared() {
        return COMPARED.contains(group);
    }
}
