package io.github.gradphoto.demo;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * The admission photos of everybody who has none yet, painted one after the other while the demo is in use already: they
 * are wanted only when such a student's own photo comes to the reviewers. What an interrupted run left is done by the next.
 */
@Component
@Profile("demo")
class DemoArchive implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoArchive.class);

    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final Roster roster;
    private final DemoCollege college;
    private final DemoPictures pictures = new DemoPictures();
    private volatile Thread worker;
    private volatile boolean stopped;

    DemoArchive(Roster roster, DemoCollege college) {
        this.roster = roster;
        this.college = college;
    }

    void fillInBackground() {
        worker = new Thread(this::fill, "demo-admission-photos");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        worker.start();
    }

    private void fill() {
        for (var student : withoutPhoto()) {
            if (stopped) {
                return;
            }
            try {
                college.attachAdmissionPhoto(student, pictures.atAdmission(student));
            } catch (ConcurrencyFailureException e) {
                LOG.debug("Student {} was changed meanwhile; the next start paints the photo.", student.id());
            }
        }
    }

    /** In the order of their places in class, because those in front have the cases. */
    private List<Student> withoutPhoto() {
        return DemoAccounts.TEACHERS.stream()
                .flatMap(teacher -> roster.ofTeacher(teacher.username()).stream())
                .filter(student -> student.admissionPhotoId() == null)
                .sorted(Comparator.comparing(DemoArchive::place))
                .toList();
    }

    private static String place(Student student) {
        return student.studentNumber().substring(student.studentNumber().length() - 2);
    }

    /** Waits for the photo in hand, so that the database is not closed under it. */
    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        if (worker != null) {
            worker.join(LONGEST_WAIT_MILLIS);
        }
    }
}
