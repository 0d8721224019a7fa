package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Student;
import java.time.Instant;

/**
 * How far one student of the roster got.
 *
 * @param application of this notice, or null
 * @param step        the place that a reader should know of, or null where the process waits for nobody
 * @param due         of the step; the close for those who have not applied
 */
record StudentProgress(
        Student student, Application application, OpenStep step, Phase phase, State state, Instant due, Light light) {

    /** In one word, where the step alone would not tell. */
    enum State {
        NOT_APPLIED,
        RUNNING,
        /** the system works, or the 发证名单 has not come */
        WAITING,
        REFUSED,
        REGISTRATION_FAILED,
        ENDED,
        COLLECTED
    }

    /** 红 late, 黄 the student has to do something, 绿 fine. */
    enum Light {
        RED,
        YELLOW,
        GREEN
    }

    /** Whether a word from the class teacher helps. */
    public boolean needsStudent() {
        return state == State.NOT_APPLIED || step != null && step.step().isStudents();
    }

    public Step shown() {
        return step == null ? null : step.step();
    }

    public Instant since() {
        return step == null ? null : step.since();
    }
}
