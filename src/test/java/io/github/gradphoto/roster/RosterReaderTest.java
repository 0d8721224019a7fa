package io.github.gradphoto.roster;

import static io.github.gradphoto.roster.RosterFault.Reason.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.tabular.TableReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** N02: every broken row of a roster is told with its line, column and reason; the good ones stay good. */
class RosterReaderTest {

    private static final List<String> HEADINGS = List.of(
            "学号",
            "姓名",
            "性别",
            "证件类型",
            "证件号",
            "出生日期",
            "考生号",
            "院校名称",
            "校区",
            "院系",
            "专业名称",
            "班级",
            "班级代码",
            "年级",
            "层次",
            "学籍状态",
            "招生类型",
            "手机",
            "邮箱",
            "学信网有无学历照片",
            "是否免缴");

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("学号", "2023KZ01001"),
            Map.entry("姓名", "王小明"),
            Map.entry("性别", "男"),
            Map.entry("证件类型", "居民身份证"),
            Map.entry("证件号", "510699200203150019"),
            Map.entry("出生日期", "2002-03-15"),
            Map.entry("考生号", "23510699410001"),
            Map.entry("院校名称", "示例职业技术学院"),
            Map.entry("校区", "主校区"),
            Map.entry("院系", "财经商贸学院"),
            Map.entry("专业名称", "大数据与会计"),
            Map.entry("班级", "2023级会计(扩招)1班"),
            Map.entry("班级代码", "2023KZ01"),
            Map.entry("年级", "2023"),
            Map.entry("层次", "专科"),
            Map.entry("学籍状态", "注册学籍"),
            Map.entry("招生类型", "高职扩招"),
            Map.entry("手机", "13800001234"),
            Map.entry("邮箱", "a@example.com"),
            Map.entry("学信网有无学历照片", "无"),
            Map.entry("是否免缴", "否"));

    static Stream<Arguments> broken() {
        var long41 = "长".repeat(41);
        return Stream.of(
                bad("学号", "", MISSING),
                bad("学号", "\u3000", MISSING),
                bad("学号", "12345678901234567", STUDENT_NUMBER_FORM),
                bad("学号", "2023-001", STUDENT_NUMBER_FORM),
                bad("学号", "学2023001", STUDENT_NUMBER_FORM),
                bad("学号", "2.023E+15", DIGITS_LOST),
                bad("学号", "#N/A", CELL_ERROR),
                bad("姓名", "", MISSING),
                bad("姓名", long41, NAME_TOO_LONG),
                bad("姓名", "王*明", NAME_CHARACTERS),
                bad("姓名", "王小明1", NAME_CHARACTERS),
                bad("姓名", "张三/李四", NAME_CHARACTERS),
                bad("姓名", "王\uE863", UNREADABLE_CHARACTER),
                bad("姓名", "王\uFFFD", UNREADABLE_CHARACTER),
                bad("姓名", "=A1", NAME_CHARACTERS),
                bad("姓名", "#NAME?", CELL_ERROR),
                bad("性别", "未知", GENDER_UNKNOWN),
                bad("性别", "3", GENDER_UNKNOWN),
                bad("性别", "女", GENDER_DIFFERS),
                bad("证件类型", "学生证", ID_TYPE_UNKNOWN),
                bad("证件类型", "军官证", ID_TYPE_UNKNOWN),
                bad("证件号", "", MISSING),
                bad("证件号", "51069920020315001", ID_LENGTH),
                bad("证件号", "5106992002031500190", ID_LENGTH),
                bad("证件号", "510699020315001", ID_OLD),
                bad("证件号", "51069920020315001A", ID_CHARACTERS),
                bad("证件号", "5106992002O3150019", ID_CHARACTERS),
                bad("证件号", "510699199902290031", ID_DATE),
                bad("证件号", "510699200213150019", ID_DATE),
                bad("证件号", "510699200203150018", ID_CHECK),
                bad("证件号", "510699200203160019", ID_CHECK),
                bad("证件号", "5.10699E+17", DIGITS_LOST),
                bad("证件号", "#REF!", CELL_ERROR),
                bad("出生日期", "2002-02-30", BIRTH_DATE_FORM),
                bad("出生日期", "三月十五", BIRTH_DATE_FORM),
                bad("出生日期", "2002-03-16", BIRTH_DATE_DIFFERS),
                bad("考生号", "12345", EXAM_NUMBER_FORM),
                bad("考生号", "考23510699410001", EXAM_NUMBER_FORM),
                bad("考生号", "2.35107E+13", DIGITS_LOST),
                bad("院校名称", long41, TOO_LONG),
                bad("校区", long41, TOO_LONG),
                bad("院系", "", MISSING),
                bad("院系", long41, TOO_LONG),
                bad("专业名称", "", MISSING),
                bad("专业名称", long41, TOO_LONG),
                bad("班级", "", MISSING),
                bad("班级", long41, TOO_LONG),
                bad("班级代码", long41, TOO_LONG),
                bad("年级", "", MISSING),
                bad("年级", "23级", COHORT_FORM),
                bad("年级", "大三", COHORT_FORM),
                bad("年级", "1998", COHORT_FORM),
                bad("层次", "", MISSING),
                bad("层次", "高级", LEVEL_UNKNOWN),
                bad("学籍状态", "在家", RECORD_STATUS_UNKNOWN),
                bad("招生类型", long41, TOO_LONG),
                bad("手机", "12800001234", PHONE_FORM),
                bad("手机", "1380000123", PHONE_FORM),
                bad("手机", "13800001234/13900001234", PHONE_FORM),
                bad("邮箱", "a@", EMAIL_FORM),
                bad("邮箱", "a@@qq.com", EMAIL_FORM),
                bad("学信网有无学历照片", "可能", YES_NO_UNKNOWN),
                bad("是否免缴", "免一半", YES_NO_UNKNOWN));
    }

    private static Arguments bad(String heading, String value, RosterFault.Reason reason) {
        return Arguments.of(heading, value, reason);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenRowIsToldWithLineColumnAndReason(String heading, String value, RosterFault.Reason reason) {
        var broken = new HashMap<>(GOOD);
        broken.putAll(Map.of("学号", "2023KZ01002", "考生号", "23510699410002"));
        broken.put(heading, value);
        var first = with("证件号", "510699198506200052", "出生日期", "");
        var last = with("学号", "2023KZ01003", "姓名", "李华", "性别", "女", "证件号", "510699200207310147", "出生日期", "", "考生号", "");
        var reader = read(csv(first, broken, last));

        assertThat(reader.good()).extracting(RosterLine::line).containsExactly(2, 4);
        assertThat(reader.bad()).isEqualTo(1);
        assertThat(reader.faults()).as(heading + "=" + value).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.column()).isEqualTo(RosterColumn.called(heading).orElseThrow());
        });
        assertThat(reader.faults())
                .extracting(RosterFault::shown)
                .noneMatch(shown -> shown.contains("510699200203150019") || shown.contains("13800001234"));
    }

    @Test
    void fiftyKindsAndMoreAreTested() {
        assertThat(broken().count()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void numbersThatComeTwiceAreToldAtTheSecondRow() {
        var reader = read(csv(
                GOOD,
                with("证件号", "510699198506200052", "出生日期", "", "考生号", ""),
                with("学号", "2023KZ01002", "考生号", ""),
                with("学号", "2023KZ01003", "证件号", "510699198506200052", "出生日期", "")));

        assertThat(reader.faults())
                .extracting(fault -> fault.line() + " " + fault.reason())
                .containsExactly("3 STUDENT_NUMBER_TWICE", "4 ID_TWICE", "5 ID_TWICE", "5 EXAM_NUMBER_TWICE");
    }

    @Test
    void aSpreadsheetsNumberThatLostDigitsIsRefusedAndNeverGuessed() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            var sheet = book.newWorksheet("名册");
            write(sheet, 0, HEADINGS);
            write(sheet, 1, HEADINGS.stream().map(GOOD::get).toList());
            write(
                    sheet,
                    2,
                    HEADINGS.stream().map(with("学号", "2023KZ01002")::get).toList());
            sheet.value(2, HEADINGS.indexOf("证件号"), 510699200203150019L);
            sheet.value(2, HEADINGS.indexOf("考生号"), 23510699410002L);
        }
        var reader = read(file.toByteArray());

        assertThat(reader.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.reason())
                .containsExactly("3 ID_NUMBER DIGITS_LOST");
        assertThat(reader.good()).hasSize(1);
    }

    @Test
    void aRowWhoseCellsMovedIsRefused() {
        var moved =
                csv(GOOD) + "\n" + GOOD.values().stream().map(value -> "x").collect(Collectors.joining(",")) + ",更多";
        var reader = read(moved.getBytes(StandardCharsets.UTF_8));
        assertThat(reader.faults()).extracting(RosterFault::reason).contains(TOO_MANY_CELLS);
    }

    @Test
    void whatIsOnlyWrittenInAnotherWayIsRight() {
        var reader = read(csv(
                with("姓名", "阿依古丽•买买提", "性别", "2", "证件号", "５１０６９９２００１１１０８００２５", "出生日期", "2001年11月8日", "年级", "2023级"),
                with(
                        "学号",
                        " 2023kz01002 ",
                        "姓名",
                        "㛃𠮷",
                        "证件号",
                        "510699200207310147",
                        "性别",
                        "",
                        "出生日期",
                        "20020731",
                        "考生号",
                        "",
                        "手机",
                        "+86 138 0000 1235",
                        "层次",
                        "高职（专科）",
                        "学信网有无学历照片",
                        "有"),
                with(
                        "学号",
                        "2023KZ01003",
                        "证件类型",
                        "护照",
                        "证件号",
                        "e12345678",
                        "出生日期",
                        "",
                        "考生号",
                        "",
                        "姓名",
                        "Jean-Luc O'Neil"),
                with("学号", "2023KZ01004", "证件号", "51069919000101001x", "出生日期", "", "考生号", "", "性别", "男")));

        assertThat(reader.faults())
                .extracting(fault -> fault.line() + " " + fault.reason())
                .containsExactly("5 ID_CHECK");
        assertThat(reader.good())
                .extracting(line -> line.values().get(RosterField.NAME))
                .containsExactly("阿依古丽·买买提", "㛃𠮷", "Jean-Luc O'Neil");
        var second = reader.good().get(1).values();
        assertThat(second)
                .containsEntry(RosterField.GENDER, "女")
                .containsEntry(RosterField.PHONE, "13800001235")
                .containsEntry(RosterField.PHOTO_REGISTERED, "YES")
                .containsEntry(RosterField.COHORT, "2023");
        assertThat(reader.good().get(0).values()).containsEntry(RosterField.COHORT, "2023");
    }

    private static Map<String, String> with(String... pairs) {
        var row = new HashMap<>(GOOD);
        if (!List.of(pairs).contains("学号")) {
            row.put("学号", "2023KZ01001");
        }
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        return row;
    }

    @SafeVarargs
    private static String csv(Map<String, String>... rows) {
        return Stream.concat(
                        Stream.of(String.join(",", HEADINGS)),
                        Arrays.stream(rows)
                                .map(row -> HEADINGS.stream().map(row::get).collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n"));
    }

    private static void write(Worksheet sheet, int line, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            sheet.value(line, i, values.get(i));
        }
    }

    private static RosterReader read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static RosterReader read(byte[] file) {
        var sheet =
                TableReader.open(file, heading -> RosterColumn.called(heading).isPresent());
        var places = new EnumMap<RosterColumn, Integer>(RosterColumn.class);
        for (int i = 0; i < sheet.headings().size(); i++) {
            places.put(RosterColumn.called(sheet.headings().get(i)).orElseThrow(), i);
        }
        var reader = new RosterReader(places.keySet(), "示例职业技术学院", new HashSet<>(sheet.tooWide()));
        sheet.rows(places.entrySet().stream()
                        .collect(Collectors.toMap(place -> place.getKey().name(), Map.Entry::getValue)))
                .forEach(reader::read);
        return reader;
    }
}
