package io.github.gradphoto.page;

import io.github.gradphoto.refusal.Refusal;
import java.util.Arrays;
import java.util.List;

/** Reads what a form offers as a choice. */
public final class Choice {

    private Choice() {}

    /** @throws Refusal choiceNeeded for what was not offered, or for nothing */
    public static <E extends Enum<E>> E of(Class<E> offered, String chosen) {
        return Arrays.stream(offered.getEnumConstants())
                .filter(value -> value.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("choiceNeeded"));
    }

    public static <E extends Enum<E>> List<E> all(Class<E> offered, List<String> chosen) {
        return chosen == null
                ? List.of()
                : chosen.stream().distinct().map(name -> of(offered, name)).toList();
    }
}
