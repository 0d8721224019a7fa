package io.github.gradphoto.draft;

import io.github.gradphoto.refusal.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The forms that keep a draft, with the fields that they keep: no codes, no pictures, and consents are given anew. */
public enum DraftForm {
    APPLY("collectionType", "codeLater"),
    DELIVERY("method", "recipient", "phone", "province", "city", "district", "street"),
    DISPUTE(
            "disputed",
            "explanation",
            "claimed_NAME",
            "claimed_STUDENT_NUMBER",
            "claimed_GENDER",
            "claimed_ID_TYPE",
            "claimed_ID_NUMBER",
            "claimed_MAJOR",
            "claimed_LEVEL",
            "claimed_SCHOOL",
            "claimed_CAMPUS");

    private final Set<String> fields;

    DraftForm(String... fields) {
        this.fields = Set.of(fields);
    }

    Set<String> fields() {
        return fields;
    }

    /** @throws Refusal choiceNeeded */
    static DraftForm named(String name) {
        return Arrays.stream(values())
                .filter(form -> form.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("choiceNeeded"));
    }
}
