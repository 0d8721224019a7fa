package io.github.gradphoto.rehearsal;

import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.RosterRow;
import java.time.LocalDate;

/** People who do not exist: each says so in name, number and class, and has an address to which no mail can go. */
final class MadeUpPeople {

    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹";
    private static final String GIVEN = "伟芳敏静磊强军洋勇艳杰娟涛明超霞平刚兰红玉华建春梅鑫波丹宁";
    private static final int CLASS_SIZE = 50;
    /** No place has this area code. */
    private static final String AREA = "510699";

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1975, 1, 1);

    private MadeUpPeople() {}

    /** @param index from 0; the same index of the same notice is the same person */
    static RosterRow row(Notice notice, int index) {
        var number = "YL%04d%04d".formatted(notice.id() % 10_000, index + 1);
        int schoolClass = index / CLASS_SIZE + 1;
        return new RosterRow(
                number,
                null,
                name(index),
                index % 2 == 0 ? "男" : "女",
                RosterRow.RESIDENT_ID,
                idNumber(index),
                notice.schoolName(),
                null,
                "演练学院",
                "演练专业",
                "YL%02d".formatted(schoolClass),
                "演练%02d班".formatted(schoolClass),
                null,
                notice.cohort(),
                "专科",
                notice.admissionType(),
                "注册学籍",
                false,
                false,
                number.toLowerCase(java.util.Locale.ROOT) + "@rehearsal.invalid",
                "1600001%04d".formatted(index));
    }

    private static String name(int index) {
        int surname = index % SURNAMES.length();
        int first = index / SURNAMES.length() % GIVEN.length();
        int second = index * 7 % GIVEN.length();
        return "【演练】" + SURNAMES.charAt(surname) + GIVEN.charAt(first) + GIVEN.charAt(second);
    }

    private static String idNumber(int index) {
        var serial = 2 * (index % 400) + (index % 2 == 0 ? 1 : 2);
        var birth = FIRST_BIRTHDAY
                .plusDays(index / 400 * 31L + index % 29)
                .toString()
                .replace("-", "");
        var seventeen = AREA + birth + "%03d".formatted(serial);
        return seventeen + ResidentId.checkCharacter(seventeen);
    }
}
