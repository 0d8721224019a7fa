package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.GradPhoto;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.picture.PhotoDigest;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.privacy.KeyFiles;
import io.github.gradphoto.process.College;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * The restore drill: a backup is taken while cases are worked on, restored into an empty database with a copy of the keys, and
 * the application is started on it: every case stands where it stood, every photo can be decrypted, and it goes on. What
 * happened is in {@code target/restore-drill.log}.
 */
@ContextConfiguration(initializers = RestoreDrillTest.Database.class)
class RestoreDrillTest extends OfficeTest {

    private static final List<Step> STEPS = List.of(
            Step.DECIDE_ELIGIBILITY,
            Step.APPROVE_MANUAL_ENTRY,
            Step.RESOLVE_DISPUTE,
            Step.CONFIRM_PAYMENT,
            Step.REVIEW_PHOTO,
            Step.RELEASE_PHOTO,
            Step.ENTER_DELIVERY_RESULT,
            Step.DECIDE_REVERIFICATION,
            Step.PRINT_PHOTOS,
            Step.RESOLVE_PARCEL,
            Step.HAND_OVER_CERTIFICATE,
            Step.DECIDE_LATE_CASE,
            Step.PAY_OUT_REFUND);

    /** A backup of so few rows can be quicker than the next commit; then it was under no load, and is taken again. */
    private static final int MOST_BACKUPS = 20;

    private static DrillDatabase database;

    /** Stopped after everything that uses it. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            database = DrillDatabase.start();
            ((DefaultListableBeanFactory) context.getBeanFactory())
                    .registerDisposableBean("drillDatabase", database::stop);
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=")
                    .applyTo(context);
        }
    }

    @TempDir
    Path folder;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private DataSource source;

    @Autowired
    private Environment environment;

    private final List<String> log = new ArrayList<>();
    private final Instant begun = Instant.now();

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void aBackupTakenUnderLoadIsRestoredAndEveryCaseGoesOn() throws Exception {
        var cases = new LinkedHashMap<String, List<Step>>();
        for (var step : STEPS) {
            var driven = this.cases.at(step);
            cases.put(driven.number(), open(process, driven.number()));
        }
        note("%s: %d cases wait, each at another step", database.url().split(":")[1], cases.size());

        var backup = backUpUnderLoad();
        refusesWhatIsDamagedOrNotEmpty(backup);
        var url = database.restore(backup);
        note("restored into an empty database");

        var keys = Files.createDirectories(folder.resolve("keys"));
        var wrong = folder.resolve("wrong-keys");
        KeyFiles.create(wrong);
        assertThat(setUp(url, wrong))
                .contains("✗ Wrong keys: the database has data that was encrypted with another key");
        for (var name : List.of("encryption.json", "index.json")) {
            Files.copy(Path.of(environment.getRequiredProperty("gradphoto.keys.directory"), name), keys.resolve(name));
        }
        assertThat(setUp(url, keys)).contains("✓ Database:", "✓ Keys: both files are in", "✓ Administrator:");

        try (var restored = start(url, keys)) {
            note("the application started on it");
            everyCaseIsWhereItWas(restored, cases);
            nothingIsTornApart(restored);
            everythingCanBeDecrypted(restored);
            goesOn(restored, cases);
        } finally {
            Files.write(Files.createDirectories(Path.of("target")).resolve("restore-drill.log"), log);
        }
    }

    private Path backUpUnderLoad() throws Exception {
        var working = new AtomicBoolean(true);
        var commits = new AtomicInteger();
        var failures = new AtomicInteger();
        var load = Stream.<Runnable>of(
                        () -> college.inReview(CollectionType.CENTRAL),
                        () -> college.withCode(CollectionType.INDIVIDUAL).confirmDetails(),
                        () -> college.apply(college.enrol()))
                .map(deed -> new Thread(() -> {
                    while (working.get()) {
                        try {
                            deed.run();
                            commits.incrementAndGet();
                        } catch (RuntimeException e) {
                            failures.incrementAndGet();
                        }
                    }
                }))
                .toList();
        load.forEach(Thread::start);
        while (commits.get() == 0 && failures.get() == 0) {
            Thread.onSpinWait(); // a backup shows what was committed when it began
        }
        try {
            for (int i = 1; i <= MOST_BACKUPS; i++) {
                int before = commits.get();
                var start = Instant.now();
                var backup = database.backUp(folder.resolve("backup-" + i), source);
                int during = commits.get() - before;
                if (during > 0) {
                    note(
                            "backup %d: %d bytes in %d ms; %d pieces of work were finished meanwhile",
                            i,
                            Files.size(backup),
                            Duration.between(start, Instant.now()).toMillis(),
                            during);
                    return backup;
                }
            }
            throw new AssertionError("No work was done during any backup; failed: " + failures);
        } finally {
            working.set(false);
            for (var thread : load) {
                thread.join();
            }
            assertThat(failures).hasValue(0);
            note("the load ended after %d pieces of work", commits.get());
        }
    }

    private void refusesWhatIsDamagedOrNotEmpty(Path backup) throws IOException {
        if (database instanceof DrillPostgres postgres) {
            assertThatThrownBy(() -> postgres.script("restore.sh", backup, "gradphoto"))
                    .hasMessageContaining("refused: the database has");
            var cut = folder.resolve(backup.getFileName());
            var content = Files.readAllBytes(backup);
            Files.write(cut, Arrays.copyOf(content, content.length / 2));
            Files.copy(Path.of(backup + ".sha256"), Path.of(cut + ".sha256"));
            assertThatThrownBy(() -> postgres.script("restore.sh", cut, "restored"))
                    .hasMessageContaining("is damaged");
            note("refused: a database with tables, and a backup that was cut off");
        }
    }

    /** As the operator runs it before the start. */
    private String setUp(String url, Path keys) throws IOException, InterruptedException {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.endsWith("test-classes"))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=en",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath,
                        GradPhoto.class.getName(),
                        "setup")
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GRADPHOTO_HOME", folder.resolve("home").toString(),
                        "GRADPHOTO_KEYS_DIRECTORY", keys.toString(),
                        "GRADPHOTO_MAIL_FROM", "office@example.com",
                        "SPRING_MAIL_HOST", "localhost",
                        "SPRING_MAIL_PORT", environment.getRequiredProperty("gradphoto.test.smtp-port"),
                        "SPRING_DATASOURCE_URL", url,
                        "SPRING_DATASOURCE_USERNAME", database.username()));
        var setup = builder.start();
        var said = new String(setup.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        note("setup with %s ended with %d:", keys.getFileName(), setup.waitFor());
        said.lines().forEach(line -> note("    %s", line.replace(folder.toString(), "…")));
        return said;
    }

    private ConfigurableApplicationContext start(String url, Path keys) {
        return new SpringApplicationBuilder(GradPhoto.class)
                .profiles("test")
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                .properties(Map.of(
                        "server.port",
                        "0",
                        "gradphoto.test.smtp-port",
                        environment.getRequiredProperty("gradphoto.test.smtp-port")))
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + database.username(),
                        "--gradphoto.keys.directory=" + keys,
                        "--gradphoto.keys.generate=false");
    }

    /** The class path of tests holds their configurations as well. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            var annotations = reader.getAnnotationMetadata();
            return annotations.hasAnnotation(TestConfiguration.class.getName())
                    || annotations.hasAnnotation(TestComponent.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    private void everyCaseIsWhereItWas(ConfigurableApplicationContext restored, Map<String, List<Step>> cases) {
        var there = restored.getBean(ApplicationProcess.class);
        cases.forEach((number, steps) ->
                assertThat(open(there, number)).as(number).containsExactlyInAnyOrderElementsOf(steps));
        note("%d of %d cases are at the step where they were", cases.size(), cases.size());
    }

    /** Of the cases that were being worked on: what our tables say and what the engine says belongs to one moment. */
    private void nothingIsTornApart(ConfigurableApplicationContext restored) {
        var jdbc = restored.getBean(JdbcClient.class);
        var runtime = restored.getBean(RuntimeService.class);
        var running = jdbc.sql("select number from application where state = ?")
                .param(Application.State.RUNNING.name())
                .query(String.class)
                .list();
        assertThat(running).hasSizeGreaterThan(STEPS.size());
        var instances = runtime.createProcessInstanceQuery().processDefinitionKey("graduatePhoto").list().stream()
                .map(instance -> instance.getBusinessKey())
                .toList();
        assertThat(instances).doesNotHaveDuplicates().containsAll(running);
        assertThat(jdbc.sql("select number from application")
                        .query(String.class)
                        .list())
                .containsAll(instances);
        assertThat(jdbc.sql("select count(*) from outbox where state = 'DUE'")
                        .query(Long.class)
                        .single())
                .as("each message that is due has its process")
                .isEqualTo(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("sendMessage")
                        .count());
        note("%d running cases, each with one process; no process without a case", running.size());
    }

    private void everythingCanBeDecrypted(ConfigurableApplicationContext restored) {
        var jdbc = restored.getBean(JdbcClient.class);
        var store = restored.getBean(PhotoStore.class);
        var roster = restored.getBean(Roster.class);
        var pictures = jdbc.sql("select id from photo_blob").query(Long.class).list();
        assertThat(pictures).isNotEmpty().allSatisfy(id -> {
            var picture = store.get(id).orElseThrow();
            assertThat(PhotoDigest.sha256(picture.content())).isEqualTo(picture.sha256());
        });
        var students = jdbc.sql("select id from student").query(Long.class).list();
        assertThat(students)
                .allSatisfy(id -> assertThat(roster.byId(id).idNumber()).matches("\\d{17}[\\dX]"));
        note("%d pictures and %d ID numbers decrypted, every checksum right", pictures.size(), students.size());
    }

    private void goesOn(ConfigurableApplicationContext restored, Map<String, List<Step>> cases) {
        var staff = restored.getBean(StaffTaskDriver.class);
        var there = restored.getBean(ApplicationProcess.class);
        var number = cases.entrySet().stream()
                .filter(one -> one.getValue().equals(List.of(Step.REVIEW_PHOTO)))
                .findFirst()
                .orElseThrow()
                .getKey();
        staff.complete(number, Step.REVIEW_PHOTO, College.REVIEWER, Map.of("decision", "APPROVED"));
        assertThat(open(there, number)).containsExactly(Step.RELEASE_PHOTO);
        assertThat(open(process, number)).as("the old database is left alone").containsExactly(Step.REVIEW_PHOTO);
        note("a photo was approved there and its case went on");
    }

    private static List<Step> open(ApplicationProcess process, String number) {
        return process.openSteps(number).stream().map(OpenStep::step).sorted().toList();
    }

    private void note(String text, Object... arguments) {
        log.add("%6d ms  ".formatted(Duration.between(begun, Instant.now()).toMillis()) + text.formatted(arguments));
    }
}
