package io.github.gradphoto.prints;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC (OFL), embedded with the glyphs used only. PDFBox throws on a glyph that is missing, so each is looked up first. */
public final class CaptionFont {

    private static final String RESOURCE = "/fonts/NotoSansSC_400Regular.ttf";
    private static final int GETA = 0x3013; // 〓, the printer's mark for a missing character

    private final PDFont font;
    private final CmapLookup glyphs;

    private CaptionFont(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    public static CaptionFont in(PDDocument document) throws IOException {
        try (InputStream in = CaptionFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("not on the class path: " + RESOURCE);
            }
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new CaptionFont(PDType0Font.load(document, ttf, true), ttf.getUnicodeCmapLookup());
        }
    }

    public PDFont font() {
        return font;
    }

    /** The text with 〓 for every character that this font cannot show; control characters go. */
    public String printable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .map(c -> glyphs.getGlyphId(c) != 0 ? c : GETA)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** pt. */
    public float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / 1000 * size;
    }
}
