package io.github.gradphoto.prints;

import com.google.zxing.oned.Code128Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * 照片袋 labels on A4, two by seven of 99.1 × 38.1 mm, as sheets of labels are sold. The code is a Code 128: the simplest
 * scanner of a parcel counter reads it.
 */
public final class BagLabels {

    /** What one label says. @param code see {@link BagCode} */
    public record BagLabel(String name, String line, String small, String code) {}

    private static final int COLUMNS = 2;
    private static final int ROWS = 7;
    private static final double WIDTH = 99.1; // mm
    private static final double HEIGHT = 38.1;
    private static final double LEFT = 4.65;
    private static final double TOP = 15.1;
    private static final double GAP = 2.6;
    private static final double PADDING = 5;
    private static final double BARS = 11;
    private static final double MODULE = 0.33; // what office printers print cleanly

    /** The same labels make the same bytes. */
    public byte[] pdf(List<BagLabel> labels) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.setDocumentId(1L);
            var font = CaptionFont.in(document);
            for (int first = 0; first < labels.size(); first += COLUMNS * ROWS) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    int last = Math.min(labels.size(), first + COLUMNS * ROWS);
                    for (int i = first; i < last; i++) {
                        label(content, font, labels.get(i), i - first);
                    }
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void label(PDPageContentStream content, CaptionFont font, BagLabel label, int index)
            throws IOException {
        double left = LEFT + index % COLUMNS * (WIDTH + GAP) + PADDING;
        double top = 297 - TOP - index / COLUMNS * HEIGHT;
        write(content, font, label.name(), left, top - 8, 15, 50);
        write(content, font, label.line(), left, top - 13, 10, WIDTH - 2 * PADDING);
        write(content, font, label.small(), left + 52, top - 8, 9, WIDTH - 2 * PADDING - 52);
        bars(content, label.code(), left, top - 15.5);
        write(content, font, label.code(), left, top - 31, 9, WIDTH - 2 * PADDING);
    }

    private static void bars(PDPageContentStream content, String code, double left, double top) throws IOException {
        boolean[] modules = new Code128Writer().encode(code);
        double width = Math.min(MODULE, (WIDTH - 2 * PADDING) / modules.length);
        for (int i = 0; i < modules.length; ) {
            int end = i + 1;
            while (end < modules.length && modules[end] == modules[i]) {
                end++;
            }
            if (modules[i]) {
                content.addRect(
                        SheetCell.pt(left + i * width),
                        SheetCell.pt(top - BARS),
                        SheetCell.pt((end - i) * width),
                        SheetCell.pt(BARS));
            }
            i = end;
        }
        content.fill();
    }

    /** A long text gets smaller, so that it stays on its label. @param room mm */
    private static void write(
            PDPageContentStream content,
            CaptionFont font,
            String text,
            double left,
            double base,
            float most,
            double room)
            throws IOException {
        var printable = font.printable(text);
        float size = most;
        while (size > 5 && font.width(printable, size) > SheetCell.pt(room)) {
            size -= 0.25f;
        }
        content.beginText();
        content.setFont(font.font(), size);
        content.newLineAtOffset(SheetCell.pt(left), SheetCell.pt(base));
        content.showText(printable);
        content.endText();
    }
}
