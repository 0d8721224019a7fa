package io.github.gradphoto.registration;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 图像校对: that the student pressed 正确 at the registry, without which the photo has no effect. */
@Service
@Transactional
public class RegistryConfirmations {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Clock clock;

    RegistryConfirmations(JdbcClient jdbc, Applications applications, ApplicationProcess process, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.process = process;
        this.clock = clock;
    }

    /** The student's word. @throws io.github.gradphoto.refusal.Refusal stepNotOpen */
    public void confirm(String number) {
        record(number, "student");
        process.confirmedAtRegistry(number);
    }

    /** The desk does it with the student, so that a forgotten press never blocks the queue. */
    public void confirmAtDesk(String number, String by) {
        if (!isConfirmed(number)) {
            record(number, by);
            process.completedAtDesk(number, Step.CONFIRM_AT_REGISTRY);
        }
    }

    private void record(String number, String by) {
        var application = applications.lock(number);
        application.ensureRunning();
        jdbc.sql("insert into registry_confirmation (application_id, confirmed_at, confirmed_by) values (?, ?, ?)")
                .params(application.id(), clock.instant().atOffset(ZoneOffset.UTC), by)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isConfirmed(String number) {
        return jdbc.sql("select count(*) from registry_confirmation where application_id = ?")
                        .param(applications.byNumber(number).id())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
