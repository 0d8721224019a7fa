package io.github.gradphoto.demo;

import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.RosterRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Three classes of forty made-up adults. The same cohort is the same roster each time. */
final class DemoRoster {

    static final String SCHOOL = "示例职业技术学院";
    static final String ADMISSION_TYPE = "高职扩招";
    static final int CLASSES = 3;
    static final int CLASS_SIZE = 40;

    /** Rows that the notice treats in another way than the rest; each stands in one place of one class. */
    enum Special {
        ADMISSION_UNCLEAR(1, 38),
        OTHER_COHORT(1, 39),
        PHOTO_REGISTERED(2, 38),
        FEE_EXEMPT(2, 39),
        LEFT_SCHOOL(3, 38),
        NO_EMAIL(3, 39);

        private final int schoolClass;
        private final int serial;

        Special(int schoolClass, int serial) {
            this.schoolClass = schoolClass;
            this.serial = serial;
        }

        String studentNumber(int cohort) {
            return DemoRoster.studentNumber(cohort, schoolClass, serial);
        }
    }

    private static final List<String> DEPARTMENTS = List.of("财经商贸学院", "现代物流学院", "教育与健康学院");
    private static final List<String> MAJORS = List.of("大数据与会计", "现代物流管理", "婴幼儿托育服务与管理");
    /** No place has this area code. */
    private static final String AREA = "510699";
    /** 160 belongs to no operator, as far as known. */
    private static final String PHONE = "1600000";

    private final int cohort;

    DemoRoster(int cohort) {
        this.cohort = cohort;
    }

    /** All rows, first of each class first, so that whoever takes some takes them from all classes. */
    List<RosterRow> rows() {
        return IntStream.range(0, CLASSES * CLASS_SIZE).mapToObj(this::row).toList();
    }

    /** Students without anything special about them, in the order of {@link #rows()}. */
    List<String> ordinaryNumbers() {
        var special = List.of(Special.values()).stream()
                .map(s -> s.studentNumber(cohort))
                .toList();
        return rows().stream()
                .map(RosterRow::studentNumber)
                .filter(number -> !special.contains(number))
                .toList();
    }

    static String studentNumber(int cohort, int schoolClass, int serial) {
        return "%d4%d%02d".formatted(cohort, schoolClass, serial);
    }

    private RosterRow row(int index) {
        int which = index % CLASSES;
        var number = studentNumber(cohort, which + 1, index / CLASSES + 1);
        boolean female = index * 7 % 12 < 7;
        return new RosterRow(
                number,
                "%02d%s%06d".formatted(cohort % 100, AREA, 410001 + index),
                name(index, female),
                female ? "女" : "男",
                RosterRow.RESIDENT_ID,
                idNumber(index, female),
                SCHOOL,
                "主校区",
                DEPARTMENTS.get(which),
                MAJORS.get(which),
                "%dKZ%02d".formatted(cohort, which + 1),
                "%d级%s(扩招)1班".formatted(cohort, MAJORS.get(which)),
                DemoAccounts.TEACHERS.get(which).username(),
                is(number, Special.OTHER_COHORT) ? cohort - 1 : cohort,
                "专科",
                is(number, Special.ADMISSION_UNCLEAR) ? null : ADMISSION_TYPE,
                is(number, Special.LEFT_SCHOOL) ? "退学" : "注册学籍",
                is(number, Special.PHOTO_REGISTERED),
                is(number, Special.FEE_EXEMPT),
                is(number, Special.NO_EMAIL) ? null : email(index, number),
                PHONE + "%04d".formatted(index + 1));
    }

    private boolean is(String number, Special special) {
        return special.studentNumber(cohort).equals(number);
    }

    private static String name(int index, boolean female) {
        return switch (index) {
            case 14 -> DemoNames.WITH_RARE_CHARACTER;
            case 11 -> DemoNames.WITH_DOT;
            default -> DemoNames.name(index, female);
        };
    }

    private static String email(int index, String number) {
        return index % 5 == 3 ? (100000 + index * 37) + "@qq.example" : "s" + number + "@example.com";
    }

    private String idNumber(int index, boolean female) {
        var birth = LocalDate.of(cohort + 3 - age(index), 1 + index * 5 % 12, 1 + index * 11 % 28);
        var serial = 2 * index + (female ? 2 : 1);
        var seventeen = AREA + birth.toString().replace("-", "") + "%03d".formatted(serial);
        return seventeen + ResidentId.checkCharacter(seventeen);
    }

    /** Adults who came back to school: 25 to 50, now and then somebody younger or older. */
    private static int age(int index) {
        if (index % 23 == 5) {
            return 22;
        }
        return index % 29 == 7 ? 56 : 25 + index * 7 % 26;
    }
}
