package io.github.gradphoto.registration;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 报送包: everything that waits for its release goes to the collecting unit at once. The package holds pictures under their
 * keys and nothing else; who is behind a key is a file of its own, for which the unit is given another way (N17).
 */
@Service
@Transactional
public class ReleasePackages {

    private static final String CONTENT = """
            select registration.release_key, photo.standard_id, photo.standard_sha256, photo.jpeg_bytes,
                   item.application_number, application.student_id
            from registration_run_item item
            join registration on registration.id = item.registration_id
            join photo on photo.id = registration.photo_id
            join application on application.id = item.application_id
            where item.run_id = ? and item.state = 'DONE'
            order by registration.release_key""";

    /** A line of the list of keys. @param code payload of the collection code, which the unit alone can read */
    public record KeyLine(String key, String file, String studentNumber, String name, String code) {}

    private record Content(PackageZip.Picture picture, String key, String number, long studentId) {}

    private final RegistrationRuns runs;
    private final RegistrationRunRepository repository;
    private final RegistrationProcess process;
    private final CollectionCodes codes;
    private final Photos photos;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final AuditLog audit;

    ReleasePackages(
            RegistrationRuns runs,
            RegistrationRunRepository repository,
            RegistrationProcess process,
            CollectionCodes codes,
            Photos photos,
            Roster roster,
            JdbcClient jdbc,
            AuditLog audit) {
        this.runs = runs;
        this.repository = repository;
        this.process = process;
        this.codes = codes;
        this.photos = photos;
        this.roster = roster;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Starts to release everything that waits for it now; the run's process does it.
     *
     * @return the run
     * @throws Refusal nothingToRelease; packageRunning: another is not finished yet
     */
    public long start(String by) {
        if (repository.existsBySlotIsNotNull()) {
            throw Refusal.conflict("packageRunning");
        }
        var items = new ArrayList<RunItem>();
        for (var waiting : process.waiting(List.of(Step.RELEASE_PHOTO))) {
            items.add(new RunItem(items.size() + 1, waiting.number())
                    .about(waiting.applicationId(), waiting.number(), null)
                    .todo(Step.RELEASE_PHOTO, null, null));
        }
        if (items.isEmpty()) {
            throw Refusal.conflict("nothingToRelease");
        }
        try {
            var run = runs.keep(Kind.RELEASE, items, by);
            runs.start(run, by);
            return run.id();
        } catch (DataIntegrityViolationException startedMeanwhile) {
            throw Refusal.conflict("packageRunning");
        }
    }

    /**
     * Writes the package, the same bytes each time: pictures in the order of their keys, nothing compressed, one time for
     * all. Each picture in it counts as seen.
     *
     * @throws Refusal noRun, packageNotReady, packageErased: of somebody in it the data was deleted by schedule
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void write(long id, String by, OutputStream out) throws IOException {
        var content = content(id, by);
        audit.record(by, "release-package", "run-" + id, Integer.toString(content.size()));
        PackageZip.write(
                content.stream().map(Content::picture).toList(),
                blob -> photos.show(blob, by, "release-package").content(),
                out);
    }

    /** @throws Refusal noRun, packageNotReady, packageErased */
    @Transactional(readOnly = true)
    public void ensureReady(long id, String by) {
        content(id, by);
    }

    /** Whose picture is which, with the codes. Each reading is recorded. @throws Refusal as for the package */
    public List<KeyLine> keys(long id, String by) {
        var content = content(id, by);
        var students = roster.byIds(content.stream().map(Content::studentId).toList());
        audit.record(by, "release-keys", "run-" + id, Integer.toString(content.size()));
        return content.stream()
                .map(one -> {
                    var student = students.get(one.studentId());
                    return new KeyLine(
                            one.key(),
                            one.picture().file(),
                            student.studentNumber(),
                            student.name(),
                            codes.payload(one.number()).orElse(""));
                })
                .toList();
    }

    private List<Content> content(long id, String by) {
        var run = runs.byId(id, by);
        if (run.kind() != Kind.RELEASE) {
            throw Refusal.notFound("noRun");
        }
        if (!run.isFinished()) {
            throw Refusal.conflict("packageNotReady");
        }
        var content = jdbc.sql(CONTENT)
                .param(id)
                .query((row, index) -> new Content(
                        new PackageZip.Picture(
                                row.getString("release_key") + ".jpg",
                                row.getLong("standard_id"),
                                row.getString("standard_sha256"),
                                row.getInt("jpeg_bytes")),
                        row.getString("release_key"),
                        row.getString("application_number"),
                        row.getLong("student_id")))
                .list();
        if (content.size() != run.released()) {
            throw Refusal.conflict("packageErased");
        }
        return content;
    }
}
