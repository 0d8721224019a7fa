package io.github.gradphoto.prints;

import io.github.gradphoto.application.WaitingCases.ClassCount;
import java.util.Collection;
import java.util.List;

/** Whose prints wait to be made and are in no run that is still open. */
public interface PrintQueue {

    /** The newest notice first, then by class. */
    List<ClassCount> classes();

    /** Application numbers. */
    List<String> numbers(long noticeId, Collection<String> classCodes);
}
