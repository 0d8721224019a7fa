package io.github.gradphoto.application;

import io.github.gradphoto.application.DisputeClaim.Decision;
import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 信息有误: which fields of the roster the student says are wrong, and what the office answered. */
@Entity
public class Dispute {

    /** How the office settled it. */
    public enum Resolution {
        CORRECTED,
        UNFOUNDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private String fields;

    @Column(name = "explanation_enc")
    @Convert(converter = EncryptedText.class)
    private String explanation;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dispute_claim", joinColumns = @JoinColumn(name = "dispute_id"))
    private List<DisputeClaim> claims = new ArrayList<>();

    private Instant raisedAt;

    @Enumerated(EnumType.STRING)
    private Resolution resolution;

    private String answer;
    private String decidedBy;
    private Instant decidedAt;

    protected Dispute() {}

    Dispute(long applicationId, Map<DetailField, String> claims, String explanation, Instant now) {
        this.applicationId = applicationId;
        this.fields = String.join(",", claims.keySet().stream().map(Enum::name).toList());
        claims.forEach((field, claimed) -> this.claims.add(new DisputeClaim(field, claimed, null)));
        this.explanation = explanation;
        this.raisedAt = now;
    }

    /** Decides on every field. */
    void resolve(Set<DetailField> corrected, String reply, String by, Instant now) {
        if (claims.isEmpty()) {
            claims.addAll(claims());
        }
        claims.replaceAll(claim -> claim.decided(corrected.contains(claim.field()) ? Decision.CORRECT : Decision.KEEP));
        resolution = corrected.isEmpty() ? Resolution.UNFOUNDED : Resolution.CORRECTED;
        answer = reply;
        decidedBy = by;
        decidedAt = now;
    }

    public boolean isOpen() {
        return resolution == null;
    }

    public List<DetailField> fields() {
        return List.of(fields.split(",")).stream().map(DetailField::valueOf).toList();
    }

    /** Field by field, in the order of the form. A dispute raised before values were asked for names its fields alone. */
    public List<DisputeClaim> claims() {
        return claims.isEmpty()
                ? fields().stream()
                        .map(field -> new DisputeClaim(field, null, null))
                        .toList()
                : claims.stream()
                        .sorted(Comparator.comparing(DisputeClaim::field))
                        .toList();
    }

    /** The words of the student; null where the values say enough. */
    public String explanation() {
        return explanation;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public Resolution resolution() {
        return resolution;
    }

    public String answer() {
        return answer;
    }

    Long id() {
        return id;
    }
}
