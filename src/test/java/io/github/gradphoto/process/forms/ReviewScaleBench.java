package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.CountedStatements;
import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.review.BatchApproval;
import io.github.gradphoto.review.ReviewTasks;
import io.github.gradphoto.review.ReviewTasks.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * The reviewers' pages with 20,000 photos that wait, on PostgreSQL. No test: it runs when it is named,
 * {@code mvn test -Dtest=ReviewScaleBench}, and prints milliseconds and SQL statements of each page. A few cases go the real
 * way; the others are copies of one of them, row by row, which is all that the pages look at.
 */
@Import(CountedStatements.class)
@ContextConfiguration(initializers = PostgresDatabase.class)
class ReviewScaleBench extends OfficeTest {

    private static final int COPIES = 20_000;
    private static final int ROUNDS = 7;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReviewTasks queue;

    @Autowired
    private BatchApproval batch;

    @Test
    void pagesWithTwentyThousandPhotos() throws Exception {
        var number = cases.at(Step.REVIEW_PHOTO).number();
        var chosen = new ArrayList<BatchApproval.Item>();
        for (int i = 0; i < 50; i++) {
            var driven = cases.at(Step.REVIEW_PHOTO);
            chosen.add(new BatchApproval.Item(
                    driven.number(),
                    queue.of(reader(), driven.number()).orElseThrow().photoId()));
        }
        copy(number);
        assertThat(queue.count(reader(), Part.ALL)).isGreaterThan(COPIES);

        measure("list, first page", () -> see(Staff.REVIEWER, "/office/review").getStatus());
        measure(
                "list, page 200",
                () -> see(Staff.REVIEWER, "/office/review?page=200").getStatus());
        measure(
                "one photo",
                () -> see(Staff.REVIEWER, "/office/review/photo/" + number).getStatus());
        measure(
                "take the next",
                () -> web.perform(post("/office/review/next")
                                .with(Staff.REVIEWER.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus());
        measure(
                "record of decisions",
                () -> see(Staff.HEAD, "/office/review/history").getStatus());
        measure(
                "second looks",
                () -> see(Staff.HEAD, "/office/review/second-look").getStatus());
        measure(
                "50 approved at once",
                () -> batch.approve(chosen, Staff.REVIEWER.username()).size(),
                1);
    }

    private static ReviewTasks.Reader reader() {
        return new ReviewTasks.Reader(
                Staff.REVIEWER.username(), List.of(Staff.REVIEWER.group().id()));
    }

    private static void measure(String what, Callable<Integer> page) throws Exception {
        measure(what, page, ROUNDS);
    }

    private static void measure(String what, Callable<Integer> page, int rounds) throws Exception {
        var times = new ArrayList<Long>();
        int statements = 0;
        for (int round = 0; round < rounds; round++) {
            CountedStatements.taken();
            long begin = System.nanoTime();
            page.call();
            times.add((System.nanoTime() - begin) / 1_000_000);
            statements = CountedStatements.taken();
        }
        System.out.printf(
                "%s: median %d ms (%s), %d statements%n",
                what, times.stream().sorted().toList().get(rounds / 2), times, statements);
    }

    /** So many copies of a case that waits for its review. */
    private void copy(String number) {
        clone(
                "student",
                "student_number = (select s.student_number from student s join application a on a.student_id = s.id"
                        + " where a.number = '" + number + "')",
                List.of("student_number = 'C' || i", "id = 1000000 + i"));
        clone(
                "application",
                "number = '" + number + "'",
                List.of("number = 'GC' || i", "id = 1000000 + i", "student_id = 1000000 + i"));
        var application = jdbc.sql("select id from application where number = ?")
                .param(number)
                .query(Long.class)
                .single();
        clone(
                "photo",
                "application_id = " + application,
                List.of(
                        "id = 1000000 + i",
                        "application_id = 1000000 + i",
                        "check_warnings = case when i % 4 = 0 then 'blurred' end",
                        "uploaded_at = t.uploaded_at + i * interval '1 second'"));
        var instance = "(select id_ from act_ru_execution where business_key_ = '" + number
                + "' and parent_id_ is null limit 1)";
        clone(
                "act_ru_execution",
                "id_ = " + instance,
                List.of(
                        "id_ = 'c' || i",
                        "proc_inst_id_ = 'c' || i",
                        "root_proc_inst_id_ = 'c' || i",
                        "business_key_ = 'GC' || i"));
        var task = "(select id_ from act_ru_task where proc_inst_id_ = " + instance + ")";
        clone(
                "act_ru_task",
                "id_ = " + task,
                List.of("id_ = 't' || i", "proc_inst_id_ = 'c' || i", "execution_id_ = 'c' || i"));
        clone(
                "act_ru_identitylink",
                "task_id_ = " + task + " and type_ = 'candidate'",
                List.of("id_ = 'l' || i", "task_id_ = 't' || i"));
        jdbc.sql("analyze").update();
    }

    private void clone(String table, String where, List<String> changes) {
        var columns = jdbc.sql("select column_name from information_schema.columns where table_name = ?"
                        + " and table_schema = 'public' order by ordinal_position")
                .param(table)
                .query(String.class)
                .list();
        var values = columns.stream()
                .map(column -> changes.stream()
                        .filter(change -> change.startsWith(column + " = "))
                        .findFirst()
                        .map(change -> change.substring(change.indexOf('=') + 2))
                        .orElse("t." + column))
                .toList();
        int rows = jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select "
                        + String.join(", ", values) + " from " + table + " t, generate_series(1, " + COPIES
                        + ") i where t."
                        + where)
                .update();
        assertThat(rows).as(table).isEqualTo(COPIES);
    }
}
