package io.github.gradphoto.certificate;

import io.github.gradphoto.prints.CaptionFont;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The register as pages to sign, A4 on its side. Lengths in pt. */
public final class RegisterPdf {

    private static final PDRectangle PAGE = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MARGIN = 36;
    private static final float TABLE_TOP = PAGE.getHeight() - 92;
    private static final float ROW = 24;
    private static final int ROWS = 17;
    private static final float TEXT = 9;
    private static final float SMALLEST = 5;
    /** 序号, 姓名, 学号, 班级, 证书编号, 领取人, 日期, 签字 */
    private static final float[] WIDTHS = {32, 110, 100, 130, 130, 100, 68, 100};

    private static final List<String> HEADERS = List.of("序号", "姓名", "学号", "班级", "证书编号", "领取人", "日期", "领取人签字");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final ZoneId zone;

    public RegisterPdf(ZoneId zone) {
        this.zone = zone;
    }

    /** @param subtitle the notice, the class, the day */
    public byte[] pdf(String title, String subtitle, List<Register.Line> lines) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var font = CaptionFont.in(document);
            int pages = Math.max(1, (lines.size() + ROWS - 1) / ROWS);
            for (int page = 0; page < pages; page++) {
                var paper = new PDPage(PAGE);
                document.addPage(paper);
                try (var content = new PDPageContentStream(document, paper)) {
                    write(content, font, title, MARGIN, PAGE.getHeight() - 50, 16, PAGE.getWidth() - 2 * MARGIN);
                    write(content, font, subtitle, MARGIN, PAGE.getHeight() - 72, 10, PAGE.getWidth() - 2 * MARGIN);
                    write(content, font, "第 " + (page + 1) + " 页，共 " + pages + " 页", MARGIN, 22, TEXT, 200);
                    write(content, font, "发证人签字：", PAGE.getWidth() - 250, 22, TEXT, 200);
                    table(content, font, lines, page * ROWS);
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void table(PDPageContentStream content, CaptionFont font, List<Register.Line> lines, int first)
            throws IOException {
        row(content, font, HEADERS, 0);
        int last = Math.min(lines.size(), first + ROWS);
        for (int i = first; i < last; i++) {
            row(content, font, cells(i + 1, lines.get(i)), i - first + 1);
        }
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

    private static void row(PDPageContentStream content, CaptionFont font, List<String> cells, int row)
            throws IOException {
        float top = TABLE_TOP - row * ROW;
        float left = MARGIN;
        content.setLineWidth(0.5f);
        for (int i = 0; i < WIDTHS.length; i++) {
            content.addRect(left, top - ROW, WIDTHS[i], ROW);
            content.stroke();
            write(content, font, cells.get(i), left + 4, top - ROW + 8, TEXT, WIDTHS[i] - 8);
            left += WIDTHS[i];
        }
    }

    /** A long text gets smaller, so that it stays in its cell. */
    private static void write(
            PDPageContentStream content, CaptionFont font, String text, float x, float y, float most, float room)
            throws IOException {
        var printable = font.printable(text);
        float size = most;
        while (size > SMALLEST && font.width(printable, size) > room) {
            size -= 0.25f;
        }
        content.beginText();
        content.setFont(font.font(), size);
        content.newLineAtOffset(x, y);
        content.showText(printable);
        content.endText();
    }
}
