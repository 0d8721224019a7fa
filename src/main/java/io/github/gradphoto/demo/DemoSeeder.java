package io.github.gradphoto.demo;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.message.MessageJobs;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the demo at its first start. Each case is one transaction, and a student who has a case already is left alone: so a
 * start that was interrupted is finished by the next, and later starts find everything there.
 */
@Component
@Profile("demo")
class DemoSeeder implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeeder.class);

    private final DemoAccounts accounts;
    private final DemoCollege college;
    private final CaseDriver driver;
    private final Applications applications;
    private final Roster roster;
    private final MailOutage outage;
    private final MessageJobs jobs;
    private final DemoStudio studio;
    private final DemoArchive archive;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean done;

    DemoSeeder(
            DemoAccounts accounts,
            DemoCollege college,
            CaseDriver driver,
            Applications applications,
            Roster roster,
            MailOutage outage,
            MessageJobs jobs,
            DemoStudio studio,
            DemoArchive archive,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.college = college;
        this.driver = driver;
        this.applications = applications;
        this.roster = roster;
        this.outage = outage;
        this.jobs = jobs;
        this.studio = studio;
        this.archive = archive;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.createMissing();
        var notice = college.notice();
        if (notice.isOpenAt(clock.instant())) {
            seed(notice);
        }
        done = true;
        archive.fillInBackground();
    }

    /** Whether the demo's cases are all there. */
    boolean isDone() {
        return done;
    }

    private void seed(Notice notice) {
        var missing =
                DemoCases.of(notice.cohort()).stream().filter(this::isMissing).toList();
        if (missing.isEmpty()) {
            return;
        }
        LOG.info("The demo prepares {} cases; this happens once.", missing.size());
        try (var pictures = studio.open()) {
            var ready = missing.stream()
                    .collect(Collectors.toMap(each -> each, each -> pictures.order(studentOf(each), each)));
            var groups = missing.stream()
                    .collect(Collectors.groupingBy(DemoCase::group, LinkedHashMap::new, Collectors.toList()));
            groups.forEach((group, cases) -> seed(group, cases, ready));
        }
    }

    private void seed(String group, List<DemoCase> cases, Map<DemoCase, Future<DemoStudio.Pictures>> ready) {
        cases.forEach(each -> seed(each, DemoStudio.finished(ready.get(each))));
        LOG.info("Demo cases: {} × {}", cases.size(), group);
    }

    private void seed(DemoCase demoCase, DemoStudio.Pictures pictures) {
        var student = studentOf(demoCase);
        transaction.executeWithoutResult(status -> {
            if (demoCase.group().equals(DemoCases.INCIDENT)) {
                outage.begin(student.email());
            }
            pictures.admission().ifPresent(photo -> college.attachAdmissionPhoto(student, photo));
            var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
            demoCase.way().accept(new DemoWay(driver, student, demoCase.type(), pictures.uploads(), today));
        });
        if (demoCase.group().equals(DemoCases.INCIDENT)) {
            LOG.info("One message is made to fail on purpose, so that Cockpit has an incident to show.");
            applications.latestOf(student.id()).ifPresent(application -> jobs.exhaust(application.number()));
        }
    }

    private boolean isMissing(DemoCase demoCase) {
        return applications.latestOf(studentOf(demoCase).id()).isEmpty();
    }

    private Student studentOf(DemoCase demoCase) {
        return roster.byNumber(demoCase.studentNumber()).orElseThrow();
    }
}
