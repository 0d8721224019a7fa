package io.github.gradphoto.retention;

import java.util.List;

/**
 * A table with data about persons.
 *
 * @param category what a person would call it; suffix of {@code privacy.category.*}
 * @param where    which rows: a condition with the parameters of {@link Subject}
 * @param blanked  columns that are emptied where the row itself must stay; none where the row goes
 * @param stays    whether the row stays as it is, because it says nothing of the person by itself
 */
record PersonalTable(String name, String category, String where, List<String> blanked, boolean stays) {

    private static final String OF_APPLICATION = "application_id = :application";

    static PersonalTable deleted(String name, String category) {
        return deleted(name, category, OF_APPLICATION);
    }

    static PersonalTable deleted(String name, String category, String where) {
        return new PersonalTable(name, category, where, List.of(), false);
    }

    static PersonalTable blanked(String name, String category, String... columns) {
        return blankedWhere(name, category, OF_APPLICATION, columns);
    }

    static PersonalTable blankedWhere(String name, String category, String where, String... columns) {
        return new PersonalTable(name, category, where, List.of(columns), false);
    }

    static PersonalTable kept(String name, String category) {
        return new PersonalTable(name, category, OF_APPLICATION, List.of(), true);
    }

    /** The statement that deletes or empties, and hits nothing when it runs again. */
    String erasure() {
        if (blanked.isEmpty()) {
            return "delete from " + name + " where " + where;
        }
        return "update " + name + " set " + String.join(", ", each(" = null")) + " where " + where + " and ("
                + String.join(" or ", each(" is not null")) + ")";
    }

    private List<String> each(String suffix) {
        return blanked.stream().map(column -> column + suffix).toList();
    }
}
