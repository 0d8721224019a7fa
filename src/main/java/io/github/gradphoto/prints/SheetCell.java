package io.github.gradphoto.prints;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** One picture on a sheet with what is printed round it; lengths in pt. */
final class SheetCell {

    private static final float FONT_SIZE = 7;
    private static final float SMALLEST = 4;
    private static final float MARK_FROM = pt(0.8);
    private static final float MARK_TO = pt(2.8);

    private final PDPageContentStream content;
    private final float left;
    private final float bottom;
    private final float width;
    private final float height;

    SheetCell(PDPageContentStream content, SheetGrid grid, int index) {
        this.content = content;
        left = pt(grid.left(index));
        bottom = pt(grid.bottom(index));
        width = pt(grid.photoWidth());
        height = pt(grid.photoHeight());
    }

    static float pt(double mm) {
        return (float) (mm * 72 / 25.4);
    }

    /**
     * Scales to the height and trims both sides equally. Where the print is wider than the photo it scales to the width
     * and trims the lower edge, so that no head is cut.
     */
    void photo(PDImageXObject photo) throws IOException {
        float scale = Math.max(height / photo.getHeight(), width / photo.getWidth());
        float w = photo.getWidth() * scale;
        float h = photo.getHeight() * scale;
        content.saveGraphicsState();
        content.addRect(left, bottom, width, height);
        content.clip();
        content.drawImage(photo, left + (width - w) / 2, bottom + height - h, w, h);
        content.restoreGraphicsState();
    }

    /** Two short lines outside each corner: the knife follows them and none stays on the picture. */
    void cutMarks() throws IOException {
        content.setLineWidth(0.25f);
        content.setStrokingColor(0.35f);
        for (int side = -1; side <= 1; side += 2) {
            float x = side < 0 ? left : left + width;
            float y = side < 0 ? bottom : bottom + height;
            for (int end = -1; end <= 1; end += 2) {
                float endY = end < 0 ? bottom : bottom + height;
                content.moveTo(x + side * MARK_FROM, endY);
                content.lineTo(x + side * MARK_TO / 1.5f, endY); // shorter: pictures stand closer side by side
                float endX = end < 0 ? left : left + width;
                content.moveTo(endX, y + side * MARK_FROM);
                content.lineTo(endX, y + side * MARK_TO);
            }
        }
        content.stroke();
    }

    /** Below the picture; a long one goes on two lines (number, name), then gets smaller. */
    void caption(CaptionFont font, String caption) throws IOException {
        String text = font.printable(caption == null ? "" : caption.strip());
        float room = width - pt(2);
        int gap = text.indexOf(' ');
        if (gap < 0 || font.width(text, FONT_SIZE) <= room) {
            line(font, text, room, pt(3.6));
        } else {
            line(font, text.substring(0, gap), room, pt(3.4));
            line(font, text.substring(gap + 1), room, pt(6.2));
        }
    }

    private void line(CaptionFont font, String text, float room, float below) throws IOException {
        float size = FONT_SIZE;
        while (size > SMALLEST && font.width(text, size) > room) {
            size -= 0.25f;
        }
        content.beginText();
        content.setFont(font.font(), size);
        content.newLineAtOffset(left + (width - font.width(text, size)) / 2, bottom - below);
        content.showText(text);
        content.endText();
    }
}
