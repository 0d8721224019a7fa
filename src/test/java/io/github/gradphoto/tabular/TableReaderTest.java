package io.github.gradphoto.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    private static final List<Column> COLUMNS = List.of(
            Column.required("NUMBER", "学号", "student number"),
            Column.required("NAME", "姓名"),
            Column.optional("DATE", "时间"));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsCsvAsCollegesSaveIt(String charset) {
        var table = read(
                "学号,姓名,备注\r\n 2020001 ,阿依古丽·买买提,\"a,b\"\r\n,,\r\n2020002,㛃\r\n".getBytes(Charset.forName(charset)));

        assertThat(table.rows()).extracting(TableRow::number).containsExactly(2, 4);
        assertThat(table.rows()).extracting(row -> row.get("NUMBER")).containsExactly("2020001", "2020002");
        assertThat(table.rows()).extracting(row -> row.get("NAME")).containsExactly("阿依古丽·买买提", "㛃");
        assertThat(table.rows().get(0).get("DATE")).isEmpty();
        assertThat(table.ignored()).containsExactly("备注");
    }

    @Test
    void readsCsvWithAByteOrderMarkAndTabsAndHeadersInAnyWidth() {
        var table = read("\uFEFFＳtudent Number *\t姓 名\n1\t王\n".getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows().get(0).get("NUMBER")).isEqualTo("1");
        assertThat(table.rows().get(0).get("NAME")).isEqualTo("王");
    }

    @Test
    void readsXlsxAndTellsWhichNumbersLostDigits() {
        var table = read(xlsx(sheet -> {
            sheet.value(0, 0, "学号");
            sheet.value(0, 1, "姓名");
            sheet.value(0, 2, "时间");
            sheet.value(1, 0, "510699200203150019");
            sheet.value(1, 1, "王一");
            sheet.value(1, 2, LocalDate.of(2026, 6, 12));
            sheet.style(1, 2).format("yyyy-MM-dd").set();
            sheet.value(3, 0, 510699200203150019L);
            sheet.value(3, 1, "王二");
            sheet.value(4, 0, 20200001);
            sheet.value(4, 1, "王三");
        }));

        assertThat(table.rows()).extracting(TableRow::number).containsExactly(2, 4, 5);
        assertThat(table.rows()).extracting(row -> row.lostDigits("NUMBER")).containsExactly(false, true, false);
        assertThat(table.rows().get(0).get("DATE")).isEqualTo("2026-06-12");
        assertThat(table.rows().get(2).get("NUMBER")).isEqualTo("20200001");
    }

    @Test
    void seesTheExponentThatExcelWritesIntoACsv() {
        assertThat(read(utf8("学号,姓名\n5.10699E+17,王\n")).rows().get(0).lostDigits("NUMBER"))
                .isTrue();
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        assertThatThrownBy(() -> read(utf8("编号,备注\n1,2\n"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("tableColumnMissing");
            assertThat(refusal.arguments()).containsExactly("学号、姓名");
        });
    }

    @Test
    void refusesWhatIsNoList() {
        refused("tableEmpty", new byte[0]);
        refused("tableEmpty", utf8("学号,姓名\n"));
        refused("tableColumnTwice", utf8("学号,学号,姓名\n1,2,3\n"));
        refused("tableEncoding", utf8("学号,姓名\n1,a\0\n"));
        refused("tableEncoding", new byte[] {(byte) 0xff, (byte) 0xff, 10, (byte) 0xff, 13});
        refused("tableUnreadable", new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});
        refused("tableTooLarge", utf8("学号,姓名\n" + "1,王\n".repeat(TableReader.MAX_ROWS + 1)));
        refused("tableTooLarge", utf8("学号,姓名\n1," + "王".repeat(TableReader.MAX_TEXT + 1) + "\n"));
        refused("tableTooLarge", bomb());
    }

    private static void refused(String key, byte[] file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static Table read(byte[] file) {
        return TableReader.read(file, COLUMNS);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(Consumer<Worksheet> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book.newWorksheet("名单"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** 400 MB of zeros in 400 kB. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 400; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
