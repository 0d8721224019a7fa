package io.github.gradphoto.certificate;

import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** The desk's record of one certificate: the print, the making, the hand-over. */
@Entity
public class Certificate {

    /** Whether the student brought the print; named as the process's fact. */
    public enum PrintState {
        AT_HAND,
        MISSING
    }

    /** Who took the certificate. */
    public enum Receiver {
        STUDENT,
        PROXY
    }

    @Id
    private Long applicationId;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private PrintState printState;

    private String printCheckedBy;
    private Instant printCheckedAt;
    private String printedOnSpotBy;
    private Instant printedOnSpotAt;
    private String madeBy;
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private Receiver receiver;

    @Column(name = "proxy_name_enc")
    @Convert(converter = EncryptedText.class)
    private String proxyName;

    private String handedOverBy;
    private Instant handedOverAt;

    protected Certificate() {}

    Certificate(long applicationId) {
        this.applicationId = applicationId;
    }

    void printChecked(PrintState state, String by, Instant now) {
        printState = state;
        printCheckedBy = by;
        printCheckedAt = now;
    }

    void printedOnTheSpot(String by, Instant now) {
        printedOnSpotBy = by;
        printedOnSpotAt = now;
    }

    void made(String by, Instant now) {
        madeBy = by;
        madeAt = now;
    }

    void handedOver(Receiver to, String proxy, String by, Instant now) {
        receiver = to;
        proxyName = proxy;
        handedOverBy = by;
        handedOverAt = now;
    }

    public PrintState printState() {
        return printState;
    }

    public String printCheckedBy() {
        return printCheckedBy;
    }

    public Instant printCheckedAt() {
        return printCheckedAt;
    }

    public Instant printedOnSpotAt() {
        return printedOnSpotAt;
    }

    public String printedOnSpotBy() {
        return printedOnSpotBy;
    }

    public String madeBy() {
        return madeBy;
    }

    public String handedOverBy() {
        return handedOverBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Instant handedOverAt() {
        return handedOverAt;
    }

    public Receiver receiver() {
        return receiver;
    }
}
