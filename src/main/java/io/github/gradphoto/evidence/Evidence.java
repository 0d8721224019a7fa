package io.github.gradphoto.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** One picture that belongs to a case and to one purpose. The picture itself lies in the store, encrypted. */
@Entity
public class Evidence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long applicationId;

    @Enumerated(EnumType.STRING)
    private EvidencePurpose purpose;

    private String item;
    private long pictureId;
    private String uploadedBy;
    private Instant uploadedAt;

    protected Evidence() {}

    Evidence(
            long applicationId,
            EvidencePurpose purpose,
            String item,
            long pictureId,
            String uploadedBy,
            Instant uploadedAt) {
        this.applicationId = applicationId;
        this.purpose = purpose;
        this.item = item;
        this.pictureId = pictureId;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    public long id() {
        return id;
    }

    public long applicationId() {
        return applicationId;
    }

    public EvidencePurpose purpose() {
        return purpose;
    }

    /** Which of several documents of the purpose it is, as a key of that feature; null where there is but one kind. */
    public String item() {
        return item;
    }

    long pictureId() {
        return pictureId;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }
}
