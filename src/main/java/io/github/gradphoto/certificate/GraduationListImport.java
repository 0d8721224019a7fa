package io.github.gradphoto.certificate;

import io.github.gradphoto.certificate.GraduationList.Entry;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.certificate.GraduationRow.Fault;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.ListUploads;
import io.github.gradphoto.tabular.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the 发证名单 as the college keeps it. First seen line by line; then all of it or nothing. */
@Service
public class GraduationListImport {

    private static final String KIND = "GRADUATION";
    private static final List<Column> COLUMNS = List.of(
            Column.required("STUDENT", "学号", "student number"),
            Column.optional("NAME", "姓名", "name"),
            Column.required("OUTCOME", "毕结业结论", "毕业结论", "毕(结)业", "结论", "outcome"),
            Column.required("CERTIFICATE", "证书编号", "毕业证书编号", "证书号", "certificate number"));
    private static final Map<String, Graduation> OUTCOMES = Map.of(
            "毕业", Graduation.GRADUATES,
            "准予毕业", Graduation.GRADUATES,
            "结业", Graduation.COMPLETES,
            "准予结业", Graduation.COMPLETES);
    /** School 5, type 1, year 4, level 2, serial 6 (教育部, 高等教育学历证书电子注册). */
    private static final String CERTIFICATE_NUMBER = "\\d{5}[1-9](?:19|20)\\d{2}\\d{8}";

    private final ListUploads uploads;
    private final GraduationList list;
    private final Roster roster;
    private final AuditLog audit;

    GraduationListImport(ListUploads uploads, GraduationList list, Roster roster, AuditLog audit) {
        this.uploads = uploads;
        this.list = list;
        this.roster = roster;
        this.audit = audit;
    }

    /** @return the key of the preview. @throws Refusal when the file is no such list */
    public long upload(byte[] file, String by) {
        return uploads.keep(KIND, file, COLUMNS, by);
    }

    /** @throws Refusal listGone */
    @Transactional(readOnly = true)
    public List<GraduationRow> preview(long id, String by) {
        var rows = new ArrayList<GraduationRow>();
        var students = new HashSet<String>();
        var certificates = new HashSet<String>();
        var known = list.all();
        var holders = new HashMap<String, String>();
        known.values().forEach(entry -> holders.put(entry.certificateNumber(), entry.studentNumber()));
        var table = uploads.read(KIND, id, COLUMNS, by);
        // A number may move from one student to another when both are in the list.
        table.rows().forEach(row -> holders.values().remove(row.get("STUDENT")));
        for (var row : table.rows()) {
            rows.add(seen(row, students, certificates, known, holders));
        }
        return rows;
    }

    private GraduationRow seen(
            TableRow row,
            Set<String> students,
            Set<String> certificates,
            Map<String, Entry> known,
            Map<String, String> holders) {
        var number = row.get("STUDENT");
        var certificate = row.get("CERTIFICATE");
        var before = known.get(number);
        var fault = fault(row);
        if (fault == null && !students.add(number)) {
            fault = Fault.STUDENT_TWICE;
        }
        if (fault == null && (!certificates.add(certificate) || holders.containsKey(certificate))) {
            fault = Fault.CERTIFICATE_NUMBER_TWICE;
        }
        var entry = fault == null ? new Entry(number, OUTCOMES.get(row.get("OUTCOME")), certificate) : null;
        if (before != null && entry != null && !before.equals(entry) && list.isMade(number)) {
            fault = Fault.CERTIFICATE_MADE;
            entry = null;
        }
        return new GraduationRow(row.number(), number, row.get("NAME"), row.get("OUTCOME"), before, entry, fault);
    }

    private Fault fault(TableRow row) {
        if (row.lostDigits("STUDENT") || row.lostDigits("CERTIFICATE")) {
            return Fault.DIGITS_LOST;
        }
        var student = roster.byNumber(row.get("STUDENT"));
        if (student.isEmpty()) {
            return Fault.STUDENT_UNKNOWN;
        }
        if (!row.get("NAME").isEmpty() && !row.get("NAME").equals(student.get().name())) {
            return Fault.NAME_DIFFERS;
        }
        if (!OUTCOMES.containsKey(row.get("OUTCOME"))) {
            return Fault.OUTCOME_UNKNOWN;
        }
        return row.get("CERTIFICATE").matches(CERTIFICATE_NUMBER) ? null : Fault.CERTIFICATE_NUMBER;
    }

    /** Takes in what the preview showed. @return how many entries are new or changed. @throws Refusal listGone, listHasFaults */
    @Transactional
    public int accept(long id, String by) {
        var rows = preview(id, by);
        long bad = rows.stream().filter(row -> row.fault() != null).count();
        if (bad > 0) {
            throw Refusal.conflict("listHasFaults", bad);
        }
        uploads.remove(KIND, id, by);
        var changed = rows.stream()
                .filter(row -> row.effect() != GraduationRow.Effect.SAME)
                .map(GraduationRow::entry)
                .filter(Objects::nonNull)
                .toList();
        list.add(changed);
        audit.record(by, "graduation-list", "list-" + id, Integer.toString(changed.size()));
        return changed.size();
    }

    public void discard(long id, String by) {
        uploads.remove(KIND, id, by);
    }
}
