package io.github.gradphoto.rehearsal;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.SubmitApplication;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.payment.PaymentMethod;
import io.github.gradphoto.payment.Payments;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/**
 * What the made-up students do, through the use cases of the student's pages: four of ten wait, the others get as far as
 * real ones would in the first days. Photos they do not have: whoever rehearses signs in as one of them and uploads one.
 */
@Component
class RehearsalStudents {

    private static final int PATTERNS = 10;

    private final SubmitApplication submit;
    private final Applications applications;
    private final CollectionCodes codes;
    private final Details details;
    private final Payments payments;

    RehearsalStudents(
            SubmitApplication submit,
            Applications applications,
            CollectionCodes codes,
            Details details,
            Payments payments) {
        this.submit = submit;
        this.applications = applications;
        this.codes = codes;
        this.details = details;
        this.payments = payments;
    }

    /** One step; the engine shows what it leads to after the transaction only, so the next step is a pass of its own. */
    enum Pass {
        APPLY,
        GO_ON,
        PAY
    }

    /** @param index of the student in the rehearsal, from 0 */
    void act(Pass pass, Notice notice, Student student, int index) {
        int pattern = index % PATTERNS;
        if (pass == Pass.APPLY && pattern > 3) {
            apply(notice, student, pattern >= 6 && pattern <= 8);
        } else if (pass == Pass.GO_ON && (pattern == 7 || pattern == 8)) {
            details.confirm(numberOf(student), student.email(), student.phone());
        } else if (pass == Pass.GO_ON && pattern == 9) {
            codes.askManualEntry(numberOf(student), "演练：暂时无法登录学信网");
        } else if (pass == Pass.PAY && pattern == 8) {
            pay(numberOf(student));
        }
    }

    private String numberOf(Student student) {
        return applications.latestOf(student.id()).orElseThrow().number();
    }

    private void apply(Notice notice, Student student, boolean withCode) {
        var type = notice.collectionTypes().get(0);
        var consents = EnumSet.of(ConsentKind.PRIVACY, ConsentKind.PHOTO);
        if (type == CollectionType.INDIVIDUAL) {
            consents.add(ConsentKind.COURIER);
        }
        submit.submit(new SubmitApplication.Command(student.id(), type, consents, true), application -> {
            if (withCode) {
                codes.attach(application, "REHEARSAL-" + student.studentNumber());
            }
        });
    }

    private void pay(String number) {
        if (payments.latest(number).isPresent()) {
            payments.choose(number, PaymentMethod.COUNTER, null, null);
        }
    }
}
