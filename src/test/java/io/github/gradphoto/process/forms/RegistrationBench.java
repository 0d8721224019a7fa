package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.PhotoSource;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.process.College;
import io.github.gradphoto.process.ProcessIds;
import io.github.gradphoto.registration.RegistrationRuns;
import io.github.gradphoto.registration.RegistryList;
import io.github.gradphoto.registration.ReleasePackages;
import io.github.gradphoto.registration.UnitResults;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/**
 * A package of a thousand real cases, and what comes back of it, on PostgreSQL. No test: it runs when it is named,
 * {@code mvn test -Dtest=RegistrationBench}, and prints seconds.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class RegistrationBench extends OfficeTest {

    private static final int CASES = Integer.getInteger("gradphoto.bench.cases", 1000);

    @Autowired
    private ReleasePackages packages;

    @Autowired
    private UnitResults results;

    @Autowired
    private RegistryList comparisons;

    @Autowired
    private RegistrationRuns runs;

    @Autowired
    private PhotoUpload uploads;

    @Autowired
    private ManagementService management;

    @Test
    void aThousand() throws Exception {
        var all = new ArrayList<DrivenCase>();
        var prepared = uploads.prepare(College.portrait(), null, List.of(Background.values()));
        for (int i = 0; i < CASES; i++) {
            all.add(college.paid(CollectionType.CENTRAL)
                    .uploadPhoto(prepared, PhotoSource.ALBUM)
                    .approvePhoto(College.REVIEWER));
        }
        long run = measure("ordered", () -> packages.start(College.REGISTRAR));
        measure("released", this::work);
        assertThat(runs.byId(run, College.REGISTRAR).released()).isEqualTo(CASES);
        measure("ZIP", () -> {
            var zip = new ByteArrayOutputStream();
            packages.write(run, College.REGISTRAR, zip);
            return zip.size() + " bytes";
        });
        var keys = measure("keys", () -> packages.keys(run, College.REGISTRAR));
        var answers = keys.stream().map(line -> line.key() + ",成功").collect(Collectors.joining("\n", "编号,结果\n", "\n"));
        long answered = measure(
                "results seen", () -> results.upload(answers.getBytes(StandardCharsets.UTF_8), College.REGISTRAR));
        runs.accept(answered, College.REGISTRAR);
        measure("results entered", this::work);
        var compared = keys.stream()
                .map(line -> line.studentNumber() + ",通过")
                .collect(Collectors.joining("\n", "学号,bz\n", "\n"));
        long list = measure(
                "list seen", () -> comparisons.upload(compared.getBytes(StandardCharsets.UTF_8), College.REGISTRAR));
        runs.accept(list, College.REGISTRAR);
        measure("list entered", this::work);
        assertThat(runs.byId(list, College.REGISTRAR).released()).isEqualTo(CASES);
        measure(
                "the same list again",
                () -> comparisons.upload(compared.getBytes(StandardCharsets.UTF_8), College.REGISTRAR));
        measure("page", () -> see(Staff.REGISTRAR, "/office/registration").getStatus());
        measure(
                "page of the run",
                () -> see(Staff.REGISTRAR, "/office/registration/runs/" + list).getStatus());
    }

    private String work() {
        var query = management.createJobQuery().processDefinitionKey(ProcessIds.REGISTRATION_RUN);
        int jobs = 0;
        for (var job = query.list(); !job.isEmpty(); job = query.list()) {
            job.forEach(one -> management.executeJob(one.getId()));
            jobs++;
        }
        return jobs + " jobs";
    }

    private static <T> T measure(String what, Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        var result = work.call();
        System.out.printf(
                "%s: %.1f s %s%n", what, (System.nanoTime() - begin) / 1e9, result instanceof String ? result : "");
        return result;
    }
}
