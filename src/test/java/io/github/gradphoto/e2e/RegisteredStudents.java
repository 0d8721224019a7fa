package io.github.gradphoto.e2e;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.demo.CaseDriver;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.registration.Comparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Students of the demo whom no other test plays, the last of its roster, brought to where their prints and certificates wait. */
final class RegisteredStudents {

    private final CaseDriver driver;
    private final Notices notices;
    private final Roster roster;
    private final Applications applications;
    private final GraduationList list;

    RegisteredStudents(
            CaseDriver driver, Notices notices, Roster roster, Applications applications, GraduationList list) {
        this.driver = driver;
        this.notices = notices;
        this.roster = roster;
        this.applications = applications;
        this.list = list;
    }

    /** Those who graduate by the 发证名单. */
    List<Student> graduating(Demo demo, int count) {
        var waiting = unplayed().stream().limit(count).toList();
        var ready = new ArrayList<Student>();
        for (var student : waiting) {
            register(student, portrait(demo, student));
            ready.add(student);
        }
        return ready;
    }

    /** One whose prints are made and wait for the courier. @return the case's number */
    String toPost(Demo demo, Address to) {
        var student = unplayed().get(0);
        var uploaded = uploaded(student, portrait(demo, student), CollectionType.INDIVIDUAL)
                .havePrintsPosted(to); // before the review, which waits for it
        return registered(uploaded).print("mailroom").number();
    }

    private static byte[] portrait(Demo demo, Student student) {
        return demo.visitor().fetch("/demo/portraits/" + student.studentNumber() + ".jpg");
    }

    private List<Student> unplayed() {
        return roster.audienceOf(notices.current().orElseThrow()).stream()
                .filter(student -> applications.latestOf(student.id()).isEmpty())
                // 38 and 39 of each class are special in one way or another
                .filter(student -> !student.studentNumber().matches(".*3[89]"))
                .filter(this::graduates)
                .sorted(Comparator.comparing(Student::studentNumber).reversed())
                .toList();
    }

    private boolean graduates(Student student) {
        return list.entryOf(student.studentNumber())
                .filter(entry -> entry.outcome() == GraduationList.Graduation.GRADUATES)
                .isPresent();
    }

    private void register(Student student, byte[] portrait) {
        registered(uploaded(student, portrait, CollectionType.CENTRAL));
    }

    private DrivenCase uploaded(Student student, byte[] portrait, CollectionType type) {
        return driver.apply(student.id(), type, "REGISTERED-" + student.id())
                .confirmDetails()
                .payAtCounter()
                .confirmPayment(LocalDate.now(), "bursar")
                .uploadPhoto(portrait);
    }

    private static DrivenCase registered(DrivenCase uploaded) {
        return uploaded.approvePhoto("reviewer")
                .release("registrar")
                .enterDelivered("registrar")
                .enterComparison(Comparison.PASSED, "registrar");
    }
}
