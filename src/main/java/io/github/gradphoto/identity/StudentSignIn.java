package io.github.gradphoto.identity;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs a student in: number and last six of the ID say who it is, a code by mail proves it. */
@Service
@Transactional
public class StudentSignIn {

    private static final int CODES_AN_HOUR = 5;

    private final Roster roster;
    private final Messages messages;
    private final SignInCodeRepository codes;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StudentSignIn(Roster roster, Messages messages, SignInCodeRepository codes, Vault vault, Clock clock) {
        this.roster = roster;
        this.messages = messages;
        this.codes = codes;
        this.vault = vault;
        this.clock = clock;
    }

    /** Sends a code if the student exists. The caller never learns whether one was sent. */
    public void requestCode(String studentNumber, String idLastSix) {
        roster.identify(studentNumber.strip(), idLastSix.strip()).ifPresent(student -> {
            var now = clock.instant();
            if (codes.countByStudentIdAndCreatedAtAfter(student.id(), now.minus(Duration.ofHours(1)))
                    >= CODES_AN_HOUR) {
                return;
            }
            var code = "%06d".formatted(random.nextInt(1_000_000));
            var row = codes.save(new SignInCode(student.id(), hash(student.id(), code), now));
            messages.send(MessageKind.SIGN_IN_CODE, row.id().toString(), student.id(), null, code);
        });
    }

    /** @return the student, or empty for a wrong, used or old code and for a student who does not exist */
    public Optional<StudentUser> signIn(String studentNumber, String idLastSix, String code) {
        return roster.identify(studentNumber.strip(), idLastSix.strip())
                .filter(student -> codes.findFirstByStudentIdOrderByIdDesc(student.id())
                        .filter(row -> row.accept(hash(student.id(), code.strip()), clock.instant()))
                        .isPresent())
                .map(student -> new StudentUser(student.id(), student.studentNumber()));
    }

    private String hash(long studentId, String code) {
        return vault.index("sign-in-code", studentId + ":" + code);
    }
}
