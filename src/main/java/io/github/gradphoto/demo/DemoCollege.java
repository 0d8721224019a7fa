package io.github.gradphoto.demo;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.picture.PhotoStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The college of the demo: its notice, its roster, its 发证名单. Made together or not at all. */
@Component
@Profile("demo")
@Transactional
class DemoCollege {

    /** Places in the roster of the two students who only complete (结业): one has a case, the other has none. */
    static final List<Integer> COMPLETING = List.of(36, 100);

    private final Notices notices;
    private final Roster roster;
    private final GraduationList graduations;
    private final PhotoStore store;
    private final Clock clock;

    DemoCollege(Notices notices, Roster roster, GraduationList graduations, PhotoStore store, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.graduations = graduations;
        this.store = store;
        this.clock = clock;
    }

    /** The notice, which is drafted and signed at the first call. */
    Notice notice() {
        return notices.current().orElseGet(this::found);
    }

    private Notice found() {
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        var draft = notices.draft(DemoNotice.draft(today));
        var rows = new DemoRoster(draft.cohort()).rows();
        var entries = new ArrayList<GraduationList.Entry>();
        for (int i = 0; i < rows.size(); i++) {
            roster.add(rows.get(i));
            entries.add(new GraduationList.Entry(
                    rows.get(i).studentNumber(),
                    COMPLETING.contains(i) ? GraduationList.Graduation.COMPLETES : GraduationList.Graduation.GRADUATES,
                    "999991%d06%06d".formatted(today.getYear(), i + 1)));
        }
        graduations.add(entries);
        return notices.sign(draft.id());
    }

    void attachAdmissionPhoto(Student student, byte[] jpeg) {
        roster.attachAdmissionPhoto(student.id(), store.put(jpeg, "image/jpeg"));
    }
}
