package io.github.gradphoto.certificate;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.evidence.Evidence;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 代领: whom a student sends to collect the certificate, with the signed letter (委托书). */
@Service
@Transactional
public class Proxies {

    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final EvidenceFile evidence;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Proxies(
            JdbcClient jdbc,
            Applications applications,
            EvidenceFile evidence,
            Vault vault,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.evidence = evidence;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The student names somebody, in the place of whom was named before.
     *
     * @param letter as {@link EvidenceFile#prepare} made it; null keeps the one that is there
     * @throws Refusal proxyNeeded, proxyNameDigits, lastFourInvalid, letterPictureNeeded, applicationEnded, evidenceFull
     */
    public void name(String number, String name, String lastFour, byte[] letter) {
        var plainName = name == null ? "" : name.strip();
        if (plainName.isEmpty() || plainName.length() > LONGEST_NAME) {
            throw Refusal.invalid("proxyNeeded");
        }
        ensureNoNumber(plainName);
        var digits = lastFour == null ? "" : lastFour.strip().toUpperCase(Locale.ROOT);
        if (!digits.matches("\\d{3}[0-9X]")) {
            throw Refusal.invalid("lastFourInvalid");
        }
        var application = applications.lock(number);
        application.ensureRunning();
        if (letter == null && letters(number).isEmpty()) {
            throw Refusal.invalid("letterPictureNeeded");
        }
        delete(application.id());
        jdbc.sql(
                        "insert into certificate_proxy (application_id, name_enc, last_four_enc, named_at) values (?, ?, ?, ?)")
                .params(
                        application.id(),
                        vault.encrypt(plainName),
                        vault.encrypt(digits),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (letter != null) {
            evidence.add(application.id(), EvidencePurpose.PROXY_LETTER, null, letter, "student");
        }
        audit.record("student", "proxy-named", number, null);
    }

    /** The student comes in person after all. The letter stays on record until the case is deleted. */
    public void revoke(String number) {
        var application = applications.lock(number);
        application.ensureRunning();
        delete(application.id());
        audit.record("student", "proxy-revoked", number, null);
    }

    /** A card that was read into the field of the name must not put an ID number into the register. */
    static void ensureNoNumber(String name) {
        if (name.codePoints().anyMatch(Character::isDigit)) {
            throw Refusal.invalid("proxyNameDigits");
        }
    }

    private void delete(long applicationId) {
        jdbc.sql("delete from certificate_proxy where application_id = ?")
                .param(applicationId)
                .update();
    }

    /** The desk takes in the letter that the proxy brought. @throws Refusal evidenceFull */
    public void letterAtDesk(String number, byte[] letter, String by) {
        evidence.add(applications.lock(number).id(), EvidencePurpose.PROXY_LETTER, null, letter, by);
        audit.record(by, "proxy-letter", number, null);
    }

    @Transactional(readOnly = true)
    public Optional<Proxy> of(String number) {
        return jdbc.sql("select name_enc, last_four_enc from certificate_proxy where application_id = ?")
                .param(applications.byNumber(number).id())
                .query((row, index) -> new Proxy(
                        vault.decrypt(row.getString("name_enc")), vault.decrypt(row.getString("last_four_enc"))))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Evidence> letters(String number) {
        return evidence.of(applications.byNumber(number).id(), EvidencePurpose.PROXY_LETTER);
    }
}
