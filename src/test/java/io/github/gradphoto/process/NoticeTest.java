package io.github.gradphoto.process;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Student;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of whole notices share: a year of students of their own, and the jobs of the notice's process. */
abstract class NoticeTest extends EngineTest {

    private static final AtomicInteger YEARS = new AtomicInteger(2030);
    private static final int MOST_ROUNDS = 200;

    @Autowired
    Notices notices;

    @Autowired
    StaffTaskDriver staff;

    @Autowired
    JdbcClient jdbc;

    int cohort;

    @BeforeEach
    void year() {
        cohort = YEARS.incrementAndGet();
        cases.hireStaff();
    }

    Notice signed() {
        return cases.publish(terms -> terms.cohort(cohort));
    }

    Student student() {
        return cases.enrol(row -> row.cohort(cohort));
    }

    List<Student> students(int count) {
        return IntStream.range(0, count).mapToObj(i -> student()).toList();
    }

    static String key(Notice notice) {
        return "notice-" + notice.id();
    }

    boolean waits(Notice notice, Step step) {
        return process.isOpen(key(notice), step);
    }

    void complete(Notice notice, Step step, String by, Map<String, String> fields) {
        staff.complete(key(notice), step, by, fields);
    }

    List<Job> due(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).executable().list().stream())
                .toList();
    }

    /** Runs what is due for the notice, and what follows from it. */
    void run(Notice notice) {
        run(key(notice));
    }

    void run(String businessKey) {
        for (int i = 0; i < MOST_ROUNDS; i++) {
            var jobs = due(businessKey);
            if (jobs.isEmpty()) {
                return;
            }
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError(businessKey + " comes to no rest.");
    }

    void close(Notice notice) {
        goTo(notices.byId(notice.id()).closesAt().plusSeconds(2));
        run(notice);
    }

    /** Day by day, because what every morning brings is due one morning after the other. */
    void goTo(Instant time) {
        MovableClock.moveTo(time);
    }

    long messages(Notice notice, String kind) {
        return jdbc.sql("select count(*) from outbox where notice_id = ? and kind = ?")
                .params(notice.id(), kind)
                .query(Long.class)
                .single();
    }

    Notice.State state(Notice notice) {
        return notices.byId(notice.id()).state();
    }
}
