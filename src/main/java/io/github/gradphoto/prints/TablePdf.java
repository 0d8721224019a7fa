package io.github.gradphoto.prints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A list to print, to tick and to sign: a ruled table over as many pages as it needs. Lengths in pt. */
public final class TablePdf {

    /** @param width pt; all together no more than the page has room for */
    public record Column(String heading, float width) {}

    /** One list; each begins on a page of its own. @param rows as many cells as there are columns */
    public record Section(String subtitle, List<List<String>> rows) {}

    /**
     * The words round the table.
     *
     * @param page      "page {0} of {1}", as of {@link java.text.MessageFormat}
     * @param signature below on the right; empty where nobody signs the page
     */
    public record Words(String title, String page, String signature) {

        private String foot(int number, int of) {
            // As texts: a number of a thousand pages would get the comma of whichever country the server is in.
            return MessageFormat.format(page, Integer.toString(number), Integer.toString(of));
        }
    }

    private static final float MARGIN = 36;
    private static final float HEAD = 56;
    private static final float FOOT = 42;
    private static final float ROW = 24;
    private static final float TEXT = 9;
    private static final float SMALLEST = 5;

    private final PDRectangle paper;
    private final List<Column> columns;

    private TablePdf(PDRectangle paper, List<Column> columns) {
        this.paper = paper;
        this.columns = List.copyOf(columns);
    }

    /** A4; room for 523 pt. */
    public static TablePdf upright(List<Column> columns) {
        return new TablePdf(PDRectangle.A4, columns);
    }

    /** A4 on its side; room for 770 pt. */
    public static TablePdf onItsSide(List<Column> columns) {
        return new TablePdf(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()), columns);
    }

    /** The same lists make the same bytes. */
    public byte[] pdf(Words words, List<Section> sections) {
        int pages = sections.stream()
                .mapToInt(section -> pages(section.rows().size()))
                .sum();
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.setDocumentId(1L); // else PDFBox takes the time of day
            var font = CaptionFont.in(document);
            int page = 0;
            for (var section : sections) {
                for (int i = 0; i < pages(section.rows().size()); i++) {
                    page(document, font, words, section, i, words.foot(++page, pages));
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int rowsOfAPage() {
        return (int) ((paper.getHeight() - MARGIN - HEAD - FOOT) / ROW) - 1;
    }

    private int pages(int rows) {
        return Math.max(1, (rows + rowsOfAPage() - 1) / rowsOfAPage());
    }

    private void page(PDDocument document, CaptionFont font, Words words, Section section, int page, String foot)
            throws IOException {
        var sheet = new PDPage(paper);
        document.addPage(sheet);
        float width = paper.getWidth() - 2 * MARGIN;
        try (var content = new PDPageContentStream(document, sheet)) {
            write(content, font, words.title(), MARGIN, paper.getHeight() - 50, 16, width);
            write(content, font, section.subtitle(), MARGIN, paper.getHeight() - 72, 10, width);
            write(content, font, foot, MARGIN, 22, TEXT, 200);
            write(content, font, words.signature(), paper.getWidth() - 250, 22, TEXT, 200);
            row(content, font, columns.stream().map(Column::heading).toList(), 0);
            int first = page * rowsOfAPage();
            int last = Math.min(section.rows().size(), first + rowsOfAPage());
            for (int i = first; i < last; i++) {
                row(content, font, section.rows().get(i), i - first + 1);
            }
        }
    }

    private void row(PDPageContentStream content, CaptionFont font, List<String> cells, int row) throws IOException {
        float top = paper.getHeight() - MARGIN - HEAD - row * ROW;
        float left = MARGIN;
        content.setLineWidth(0.5f);
        for (int i = 0; i < columns.size(); i++) {
            float width = columns.get(i).width();
            content.addRect(left, top - ROW, width, ROW);
            content.stroke();
            write(content, font, cells.get(i), left + 4, top - ROW + 8, TEXT, width - 8);
            left += width;
        }
    }

    /** A long text gets smaller, so that it stays in its cell. */
    private static void write(
            PDPageContentStream content, CaptionFont font, String text, float x, float y, float most, float room)
            throws IOException {
        var printable = font.printable(text == null ? "" : text);
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
