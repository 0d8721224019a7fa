package io.github.gradphoto.application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** That the student agreed, to which version of the text, and when. */
@Entity
class Consent {

    /** Version of the 个人信息处理告知书 that the start form shows. */
    static final String TEXT_VERSION = "2026-1";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long applicationId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    private String textVersion = TEXT_VERSION;
    private Instant givenAt;

    protected Consent() {}

    Consent(long applicationId, ConsentKind kind, Instant givenAt) {
        this.applicationId = applicationId;
        this.kind = kind;
        this.givenAt = givenAt;
    }
}
