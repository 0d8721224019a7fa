package io.github.gradphoto.certificate;

import io.github.gradphoto.prints.TablePdf;
import io.github.gradphoto.prints.TablePdf.Column;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The register as pages to sign, A4 on its side. */
public final class RegisterPdf {

    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 32),
            new Column("姓名", 110),
            new Column("学号", 100),
            new Column("班级", 130),
            new Column("证书编号", 130),
            new Column("领取人", 100),
            new Column("日期", 68),
            new Column("领取人签字", 100));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final ZoneId zone;

    public RegisterPdf(ZoneId zone) {
        this.zone = zone;
    }

    /** @param subtitle the notice, the class, the day */
    public byte[] pdf(String title, String subtitle, List<Register.Line> lines) {
        var rows = new ArrayList<List<String>>();
        lines.forEach(line -> rows.add(cells(rows.size() + 1, line)));
        return TablePdf.onItsSide(COLUMNS)
                .pdf(
                        new TablePdf.Words(title, "第 {0} 页，共 {1} 页", "发证人签字："),
                        List.of(new TablePdf.Section(subtitle, rows)));
    }

    private List<String> cells(int count, Register.Line line) {
        var receiver = line.receiver() == null
                ? ""
                : line.receiver() == Certificate.Receiver.STUDENT ? "本人" : line.proxy() + "（代领）";
        return List.of(
                Integer.toString(count),
                line.name(),
                line.studentNumber(),
                line.className(),
                line.certificateNumber() == null ? "" : line.certificateNumber(),
                receiver,
                line.handedOverAt() == null
                        ? ""
                        : DAY.format(line.handedOverAt().atZone(zone)),
                "");
    }
}
