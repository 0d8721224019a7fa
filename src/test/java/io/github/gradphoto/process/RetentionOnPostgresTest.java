package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.certificate.Register;
import io.github.gradphoto.identity.StaffLocks;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.PhotoViews;
import io.github.gradphoto.retention.DataCopy;
import io.github.gradphoto.retention.Retention;
import io.github.gradphoto.retention.RetentionRule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** The statements of the deletion, the copy and the register on the other database. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class RetentionOnPostgresTest extends EngineTest {

    @Autowired
    private Retention retention;

    @Autowired
    private DataCopy copy;

    @Autowired
    private Register register;

    @Autowired
    private Roster roster;

    @Autowired
    private PhotoViews views;

    @Autowired
    private StaffLocks locks;

    @Test
    void deletesAndCopies() {
        var notice = cases.publish(terms -> terms);
        var driven = cases.inReview(CollectionType.INDIVIDUAL);
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        assertThat(copy.rows(student.id(), student.studentNumber()).toString())
                .contains(student.idNumber(), College.ADDRESS.street());
        assertThat(copy.pictures(student.id(), student.studentNumber())).hasSize(2);
        assertThat(register.lines(notice.id(), "KZ2301", LocalDate.now(), ZoneOffset.UTC))
                .isEmpty();
        assertThat(register.stopped(notice.id())).isEmpty();

        assertThat(views.page(new PhotoViews.Question(College.REGISTRAR, student.id(), null, LocalDate.now()), null)
                        .views())
                .isEmpty();
        assertThat(views.all(new PhotoViews.Question("", student.id(), LocalDate.EPOCH, null)))
                .as("the copy")
                .hasSize(2)
                .allMatch(view -> view.number().equals(driven.number()));
        assertThat(locks.lock("leaver", College.ADMIN, "离职")).isTrue();
        assertThat(locks.lock("leaver", College.ADMIN, "again")).isFalse();
        assertThat(locks.all()).containsOnlyKeys("leaver");
        assertThat(locks.isLocked("leaver") && locks.unlock("leaver") && !locks.isLocked("leaver"))
                .isTrue();
        assertThat(retention.page(null).records()).isEmpty();

        var withdrawn = cases.withCode(CollectionType.CENTRAL).withdraw();
        MovableClock.moveBy(Duration.ofDays(400));
        assertThat(retention.dueSoon()).anyMatch(due -> due.rule() == RetentionRule.WITHDRAWN && due.tonight() >= 1);
        assertThat(retention.engineHistory()).isNotEmpty();
        while (!retention.deleteNext()) {
            assertThat(retention.records()).isNotEmpty();
        }
        assertThat(retention.page(null).records())
                .extracting(record -> record.rule())
                .contains(RetentionRule.WITHDRAWN, RetentionRule.ROSTER, RetentionRule.HISTORY);
        assertThat(roster.byId(applications.byNumber(withdrawn.number()).studentId())
                        .name())
                .isEqualTo("—");
        assertThat(roster.byId(student.id()).name()).isEqualTo(student.name());
    }
}
