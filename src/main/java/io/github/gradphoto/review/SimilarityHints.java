package io.github.gradphoto.review;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ConsentKind;
import io.github.gradphoto.application.GivenConsents;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.picture.PhotoStore.StoredPicture;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** 相似度提示: for students who agreed to an automatic comparison, where the installation brings a {@link PhotoSimilarity}. */
@Service
public class SimilarityHints {

    private static final Logger LOG = LoggerFactory.getLogger(SimilarityHints.class);

    private final ObjectProvider<PhotoSimilarity> model;
    private final GivenConsents consents;
    private final Applications applications;
    private final Roster roster;
    private final PhotoStore store;

    SimilarityHints(
            ObjectProvider<PhotoSimilarity> model,
            GivenConsents consents,
            Applications applications,
            Roster roster,
            PhotoStore store) {
        this.model = model;
        this.consents = consents;
        this.applications = applications;
        this.roster = roster;
        this.store = store;
    }

    /** @return percent; empty without a model, without the student's consent, or without an admission photo */
    public OptionalInt percent(String number, Photo photo) {
        var similarity = model.getIfAvailable();
        if (similarity == null || !consents.isGiven(number, ConsentKind.COMPARISON)) {
            return OptionalInt.empty();
        }
        var admission = roster.byId(applications.byNumber(number).studentId()).admissionPhotoId();
        if (admission == null) {
            return OptionalInt.empty();
        }
        var alike = store.get(photo.standardId())
                .flatMap(taken -> store.get(admission).map(before -> compare(similarity, taken, before)))
                .orElse(OptionalDouble.empty());
        return alike.isPresent() ? OptionalInt.of((int) Math.round(100 * alike.getAsDouble())) : OptionalInt.empty();
    }

    /** A hint that fails must not keep a reviewer from deciding. */
    private static OptionalDouble compare(PhotoSimilarity similarity, StoredPicture taken, StoredPicture before) {
        try {
            return similarity.between(taken.content(), before.content());
        } catch (RuntimeException e) {
            LOG.warn("The similarity of two photos could not be measured", e);
            return OptionalDouble.empty();
        }
    }
}
