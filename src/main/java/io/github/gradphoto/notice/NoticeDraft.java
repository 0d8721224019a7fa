package io.github.gradphoto.notice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the office fills in before the dean signs. */
public record NoticeDraft(
        String documentNumber,
        int round,
        String title,
        String schoolName,
        int cohort,
        String admissionType,
        Instant opensAt,
        Instant closesAt,
        String contact,
        List<CollectionType> collectionTypes,
        List<Background> backgrounds,
        FeeTerms fees,
        String pickupPlace,
        int attemptLimit,
        int reviewWorkingDays,
        int correctionDays,
        PrintWhen printWhen,
        PrintTerms prints,
        FollowUp followUp) {

    /** With the usual days of reminders. */
    public NoticeDraft(
            String documentNumber,
            int round,
            String title,
            String schoolName,
            int cohort,
            String admissionType,
            Instant opensAt,
            Instant closesAt,
            String contact,
            List<CollectionType> collectionTypes,
            List<Background> backgrounds,
            FeeTerms fees,
            String pickupPlace,
            int attemptLimit,
            int reviewWorkingDays,
            int correctionDays,
            PrintWhen printWhen,
            PrintTerms prints) {
        this(
                documentNumber,
                round,
                title,
                schoolName,
                cohort,
                admissionType,
                opensAt,
                closesAt,
                contact,
                collectionTypes,
                backgrounds,
                fees,
                pickupPlace,
                attemptLimit,
                reviewWorkingDays,
                correctionDays,
                printWhen,
                prints,
                FollowUp.USUAL);
    }

    public NoticeDraft {
        Objects.requireNonNull(documentNumber);
        if (!closesAt.isAfter(opensAt)) {
            throw new IllegalArgumentException("A notice must close after it opens.");
        }
        if (collectionTypes.isEmpty() || backgrounds.isEmpty() || attemptLimit < 1) {
            throw new IllegalArgumentException(
                    "A notice needs a collection type, a background and at least one attempt.");
        }
    }
}
