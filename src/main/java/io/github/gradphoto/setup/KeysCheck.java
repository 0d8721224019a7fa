package io.github.gradphoto.setup;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.KeyFiles;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Whether the keys are there, whole, and those of the data. Never writes over a file. */
final class KeysCheck {

    private KeysCheck() {}

    /** @param make whether new keys may be made where there are neither keys nor data */
    static Finding look(Settings settings, DatabaseState state, boolean make) {
        var directory = settings.keys().toAbsolutePath().normalize();
        return switch (KeyFiles.state(directory)) {
            case NONE -> none(directory, state, make);
            case HALF ->
                Finding.bad("keys.half", directory, KeyFiles.missing(directory).get(0));
            case UNREADABLE -> Finding.bad("keys.unreadable", directory);
            case COMPLETE -> complete(directory, state);
        };
    }

    private static Finding none(Path directory, DatabaseState state, boolean make) {
        if (state.hasData()) {
            return Finding.bad("keys.gone", directory);
        }
        if (!make) {
            return Finding.bad("keys.missing", directory);
        }
        try {
            KeyFiles.create(directory);
            return Finding.good("keys.made", directory);
        } catch (RuntimeException notWritable) {
            return Finding.bad("keys.notWritable", directory, Reason.of(notWritable));
        }
    }

    private static Finding complete(Path directory, DatabaseState state) {
        var ids = KeyFiles.ids(directory);
        var lost = state.keysOfData().stream().filter(id -> !ids.contains(id)).toList();
        if (!lost.isEmpty()) {
            return Finding.bad(
                    "keys.other",
                    directory,
                    lost.stream().map(Integer::toHexString).sorted().collect(Collectors.joining(", ")));
        }
        try {
            return state.someone() != null && !isIndexedBy(directory, state.someone())
                    ? Finding.bad("keys.otherIndex", directory)
                    : Finding.good("keys.good", directory);
        } catch (RuntimeException damaged) {
            return damaged("student.id_number_enc");
        }
    }

    /** @param place table and column */
    static Finding damaged(String place) {
        return Finding.bad("keys.damagedData", place);
    }

    private static boolean isIndexedBy(Path directory, DatabaseState.Indexed someone) {
        var vault = KeyFiles.open(directory);
        return Roster.idIndex(vault, vault.decrypt(someone.encrypted())).equals(someone.hash());
    }
}
