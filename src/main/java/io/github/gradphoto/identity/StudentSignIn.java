package io.github.gradphoto.identity;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs a student in: a number (学号, 考生号 or 证件号) and the last six of the ID say who it is, a code by mail proves it. */
@Service
@Transactional
public class StudentSignIn {

    private static final String KIND = "sign-in-code";
    private static final int CODES_AN_HOUR = 5;

    private final Roster roster;
    private final Messages messages;
    private final SignInCodeRepository codes;
    private final OneTimeCodes digits;
    private final Clock clock;

    StudentSignIn(Roster roster, Messages messages, SignInCodeRepository codes, OneTimeCodes digits, Clock clock) {
        this.roster = roster;
        this.messages = messages;
        this.codes = codes;
        this.digits = digits;
        this.clock = clock;
    }

    /** Sends a code if the student exists. The caller never learns whether one was sent. */
    public void requestCode(String number, String idLastSix) {
        roster.identify(number.strip(), idLastSix.strip()).ifPresent(student -> {
            var now = clock.instant();
            if (codes.countByStudentIdAndCreatedAtAfter(student.id(), now.minus(Duration.ofHours(1)))
                    >= CODES_AN_HOUR) {
                return;
            }
            var code = digits.draw(6);
            var row = codes.save(new SignInCode(student.id(), digits.hash(KIND, student.id(), code), now));
            messages.send(MessageKind.SIGN_IN_CODE, row.id().toString(), student.id(), null, code);
        });
    }

    /** @return the student, or empty for a wrong, used or old code and for a student who does not exist */
    public Optional<StudentUser> signIn(String number, String idLastSix, String code) {
        return roster.identify(number.strip(), idLastSix.strip())
                .filter(student -> codes.findFirstByStudentIdOrderByIdDesc(student.id())
                        .filter(row -> row.accept(digits.hash(KIND, student.id(), code.strip()), clock.instant()))
                        .isPresent())
                .map(student -> new StudentUser(student.id(), student.studentNumber()));
    }
}
