package io.github.gradphoto.roster;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.RosterImport.Kind;
import io.github.gradphoto.tabular.ListUploads;
import io.github.gradphoto.tabular.Sheet;
import io.github.gradphoto.tabular.TableReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 导入名册: a list is uploaded, its headings are understood, every row is judged, and what is good is taken in by a process
 * that goes on after a stop. Until somebody accepts it, nothing changes.
 */
@Service
public class RosterImports {

    private static final String UPLOAD = "ROSTER";

    private final ListUploads uploads;
    private final RosterHeadings headings;
    private final RosterPlanner planner;
    private final RosterImportRepository imports;
    private final StagedRows staged;
    private final RosterImportProcess process;
    private final AuditLog audit;
    private final Clock clock;

    RosterImports(
            ListUploads uploads,
            RosterHeadings headings,
            RosterPlanner planner,
            RosterImportRepository imports,
            StagedRows staged,
            RosterImportProcess process,
            AuditLog audit,
            Clock clock) {
        this.uploads = uploads;
        this.headings = headings;
        this.planner = planner;
        this.imports = imports;
        this.staged = staged;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the key of the preview. @throws Refusal when the file is no list, or plainly another one */
    @Transactional
    public long upload(byte[] file, String by) {
        OtherList.refuse(headings.of(open(file)));
        return uploads.keep(UPLOAD, file, by);
    }

    /** @throws Refusal listGone */
    @Transactional(readOnly = true)
    public RosterPreview preview(long id, String by) {
        return plan(id, by).preview();
    }

    private RosterPlan plan(long id, String by) {
        return planner.plan(open(uploads.file(UPLOAD, id, by)));
    }

    private Sheet open(byte[] file) {
        var chosen = headings.chosen();
        return TableReader.open(file, heading -> headings.isKnown(heading, chosen));
    }

    /** The office says what the headings mean, for this list and those to come. @throws Refusal rosterColumnTwice */
    @Transactional
    public void columns(Map<String, RosterColumn> choices, String by) {
        headings.remember(choices);
        audit.record(by, "roster-columns", "roster", null);
    }

    /**
     * Takes in the good rows of what was seen.
     *
     * @param seen {@link RosterPreview#seen()}
     * @return the key of the import
     * @throws Refusal listGone; listChanged where a preview would look otherwise now; rosterNoNews; rosterImportRunning
     */
    @Transactional
    public long accept(long id, String seen, String by) {
        var plan = plan(id, by);
        if (!plan.preview().seen().equals(seen)) {
            throw Refusal.conflict("listChanged");
        }
        uploads.remove(UPLOAD, id, by);
        return start(
                Kind.ROSTER, plan.work(), plan.preview().same(), plan.preview().bad(), by);
    }

    long start(Kind kind, List<RosterLine> work, int same, int leftOut, String by) {
        if (work.isEmpty()) {
            throw Refusal.conflict("rosterNoNews");
        }
        return start(
                new RosterImport(kind, work.size(), same, leftOut, by, clock.instant()), id -> staged.keep(id, work));
    }

    /** @param stage keeps what is to be taken in, by the key of the import. @throws Refusal rosterImportRunning */
    long start(RosterImport list, LongConsumer stage) {
        long id = occupySlot(list);
        stage.accept(id);
        audit.record(list.startedBy(), "roster-import-" + list.kind(), "import-" + id, Integer.toString(list.total()));
        process.accepted(id);
        return id;
    }

    /** Two who are accepted in the same moment: the database keeps the second one out. */
    private long occupySlot(RosterImport list) {
        if (imports.existsBySlot(list.kind().slot())) {
            throw Refusal.conflict("rosterImportRunning");
        }
        try {
            return imports.saveAndFlush(list).id();
        } catch (DataIntegrityViolationException another) {
            throw Refusal.conflict("rosterImportRunning");
        }
    }

    public void discard(long id, String by) {
        uploads.remove(UPLOAD, id, by);
    }

    /** @throws Refusal noImport */
    @Transactional(readOnly = true)
    public RosterImport byId(long id) {
        return imports.findById(id).orElseThrow(() -> Refusal.notFound("noImport"));
    }

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    public List<RosterImport> newest(int most) {
        return imports.findAllByOrderByIdDesc(Limit.of(most));
    }
}
