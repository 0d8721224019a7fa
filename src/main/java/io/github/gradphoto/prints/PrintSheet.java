package io.github.gradphoto.prints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Print sheets: one page for each student, the same picture many times, with captions and cut marks. */
public final class PrintSheet {

    /** One student's sheet as a PDF. */
    public byte[] pdf(byte[] photoJpeg, SheetLayout layout, String caption) {
        return pdf(List.of(new Print(photoJpeg, caption)), layout);
    }

    /**
     * Several students on pages that follow each other, in the order given.
     *
     * @throws IllegalArgumentException nothing to print
     * @throws UncheckedIOException     a photo that is no JPEG
     */
    public byte[] pdf(List<Print> prints, SheetLayout layout) {
        if (prints.isEmpty()) {
            throw new IllegalArgumentException("nothing to print");
        }
        var out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L); // else PDFBox takes the time of day, and no two downloads are the same
            CaptionFont font = CaptionFont.in(document);
            for (Print print : prints) {
                addPage(document, font, print, layout);
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void addPage(PDDocument document, CaptionFont font, Print print, SheetLayout layout)
            throws IOException {
        SheetGrid grid = layout.grid();
        PDPage page = new PDPage(new PDRectangle(SheetCell.pt(grid.pageWidth()), SheetCell.pt(grid.pageHeight())));
        document.addPage(page);
        var photo = JPEGFactory.createFromByteArray(document, print.photoJpeg()); // the very bytes, embedded once
        try (var content = new PDPageContentStream(document, page)) {
            for (int i = 0; i < layout.count(); i++) {
                SheetCell cell = new SheetCell(content, grid, i);
                cell.photo(photo);
                cell.cutMarks();
                cell.caption(font, print.caption());
            }
        }
    }
}
