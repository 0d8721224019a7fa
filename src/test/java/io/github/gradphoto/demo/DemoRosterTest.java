package io.github.gradphoto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.RosterRow;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoRosterTest {

    private static final int COHORT = 2023;

    private final List<RosterRow> rows = new DemoRoster(COHORT).rows();

    @Test
    void threeClassesOfForty() {
        var sizes = rows.stream().collect(Collectors.groupingBy(RosterRow::classCode, Collectors.counting()));
        assertThat(sizes).hasSize(3).allSatisfy((code, size) -> assertThat(size).isEqualTo(40));
        assertThat(rows).extracting(RosterRow::classTeacher).containsOnly("teacher1", "teacher2", "teacher3");
    }

    @Test
    void idNumbersAreValidAndOfNoPlaceAndTellTheGender() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(ResidentId.isValid(row.idNumber())).isTrue();
            assertThat(row.idNumber()).startsWith("510699");
            assertThat((row.idNumber().charAt(16) - '0') % 2 == 1).isEqualTo("男".equals(row.gender()));
        });
    }

    @Test
    void nothingThatNamesAPersonComesTwice() {
        assertThat(rows).extracting(RosterRow::idNumber).doesNotHaveDuplicates();
        assertThat(rows).extracting(RosterRow::studentNumber).doesNotHaveDuplicates();
        assertThat(rows).extracting(RosterRow::examNumber).doesNotHaveDuplicates();
        assertThat(rows).extracting(RosterRow::name).doesNotHaveDuplicates();
        assertThat(rows).extracting(RosterRow::phone).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(RosterRow::email)
                .filteredOn(email -> email != null)
                .doesNotHaveDuplicates();
    }

    @Test
    void mostAreBetween25And50() {
        var ages = rows.stream()
                .map(row -> COHORT + 3 - Integer.parseInt(row.idNumber().substring(6, 10)))
                .toList();
        assertThat(ages).allMatch(age -> age >= 20 && age <= 60);
        assertThat(ages).filteredOn(age -> age >= 25 && age <= 50).hasSizeGreaterThan(105);
        assertThat(ages).anyMatch(age -> age < 25).anyMatch(age -> age > 50);
    }

    @Test
    void contactsLeadNowhere() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.phone()).matches("1[3-9]\\d{9}").startsWith("1600000");
            assertThat(row.email() == null || row.email().matches("s\\d+@example\\.com|1\\d{5}@qq\\.example"))
                    .isTrue();
        });
    }

    @Test
    void namesWithADotAndWithARareCharacter() {
        assertThat(rows).extracting(RosterRow::name).contains("阿依古丽·买买提", "李㛃");
    }

    @Test
    void oneOfEachSpecialRow() {
        assertThat(rows).filteredOn(row -> row.admissionType() == null).hasSize(1);
        assertThat(rows).filteredOn(row -> row.cohort() != COHORT).hasSize(1);
        assertThat(rows).filteredOn(RosterRow::photoRegistered).hasSize(1);
        assertThat(rows).filteredOn(RosterRow::feeExempt).hasSize(1);
        assertThat(rows).filteredOn(row -> row.recordStatus().equals("退学")).hasSize(1);
        assertThat(rows).filteredOn(row -> row.email() == null).hasSize(1);
        assertThat(new DemoRoster(COHORT).ordinaryNumbers()).hasSize(114);
    }

    @Test
    void everyYearHasAValidRoster() {
        for (int cohort = 2023; cohort < 2050; cohort++) {
            assertThat(new DemoRoster(cohort).rows()).hasSize(120);
        }
    }
}
