package io.github.gradphoto.prints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintSheetTest {

    private static final SheetLayout DEMO = new SheetLayout("A5", 33, 48, 8);

    private final PrintSheet sheet = new PrintSheet();

    @Test
    void printsEightOnA5WithCaptions() throws IOException {
        try (PDDocument document = Loader.loadPDF(sheet.pdf(photo(), DEMO, "20200101 王小明"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDPage page = document.getPage(0);
            assertThat(mm(page.getMediaBox().getWidth())).isCloseTo(210, within(0.1));
            assertThat(mm(page.getMediaBox().getHeight())).isCloseTo(148, within(0.1));
            assertThat(drawn(page)).isEqualTo(8);
            assertThat(new PDFTextStripper().getText(document).split("20200101 王小明", -1))
                    .hasSize(9);
        }
    }

    @Test
    void aListOfAThousandPagesNumbersThemAlikeInEveryCountry() throws IOException {
        var words = new TablePdf.Words("登记册", "第 {0} 页，共 {1} 页", "");
        var empty = new TablePdf.Section("", List.of());
        var pdf = TablePdf.upright(List.of(new TablePdf.Column("学号", 90))).pdf(words, Collections.nCopies(1000, empty));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            text.setStartPage(1000);
            assertThat(text.getText(document)).contains("第 1000 页，共 1000 页");
        }
    }

    @Test
    void embedsTheVeryBytesOfThePhotoOnce() throws IOException {
        byte[] photo = photo();
        try (PDDocument document = Loader.loadPDF(sheet.pdf(photo, DEMO, "1"))) {
            var resources = document.getPage(0).getResources();
            List<byte[]> images = new ArrayList<>();
            for (COSName name : resources.getXObjectNames()) {
                images.add(((PDImageXObject) resources.getXObject(name))
                        .getCOSObject()
                        .createRawInputStream()
                        .readAllBytes());
            }
            assertThat(images).containsExactly(photo);
        }
    }

    @ParameterizedTest
    @CsvSource({"A5,33,48,8", "A4,35,53,12", "A6,25,35,8", "A6,35,45,2"})
    void neverStretches(String paper, double width, double height, int count) throws IOException {
        SheetLayout layout = new SheetLayout(paper, width, height, count);
        SheetGrid grid = layout.grid();
        try (PDDocument document = Loader.loadPDF(sheet.pdf(photo(), layout, "1 甲"))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 254); // 10 px a mm
            double x = 10 * (grid.left(0) + width / 2);
            double top = 10 * (grid.pageHeight() - grid.bottom(0) - height);
            double scale = 10 * Math.max(height / 640, width / 480);
            // the disc of 200 px, 240 px below the upper edge, is still round and in the middle
            double y = top + 240 * scale;
            assertThat(reach(page, x, y, 1, 0)).isCloseTo(100 * scale, within(3.0));
            assertThat(reach(page, x, y, -1, 0)).isCloseTo(100 * scale, within(3.0));
            assertThat(reach(page, x, y, 0, 1)).isCloseTo(100 * scale, within(3.0));
            assertThat(reach(page, x, y, 0, -1)).isCloseTo(100 * scale, within(3.0));
        }
    }

    /** 480:640 is wider than 33:48 and 25:35: as much goes on the left as on the right, and nothing above or below. */
    @ParameterizedTest
    @CsvSource({"A5,33,48,8,20", "A6,25,35,8,11.43"})
    void trimsBothSidesEquallyAndKeepsTheWholeHeight(
            String paper, double width, double height, int count, double trimmed) throws IOException {
        SheetLayout layout = new SheetLayout(paper, width, height, count);
        SheetGrid grid = layout.grid();
        try (PDDocument document = Loader.loadPDF(sheet.pdf(marked(), layout, "1 甲"))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 254); // 10 px a mm
            double scale = 10 * height / 640;
            for (int i = 0; i < count; i++) {
                double left = 10 * grid.left(i);
                double top = 10 * (grid.pageHeight() - grid.bottom(i) - height);
                double middle = top + 5 * height;
                double centre = left + 5 * width;
                // bars that begin 60 px from the left and right edge, and 40 px from the upper and lower one
                assertThat(untilDark(page, left + 2, middle, 1, 0) + 2).isCloseTo((60 - trimmed) * scale, within(2.5));
                assertThat(untilDark(page, left + 10 * width - 2, middle, -1, 0) + 2)
                        .isCloseTo((60 - trimmed) * scale, within(2.5));
                assertThat(untilDark(page, centre, top + 2, 0, 1) + 2).isCloseTo(40 * scale, within(2.5));
                assertThat(untilDark(page, centre, top + 10 * height - 2, 0, -1) + 2)
                        .isCloseTo(40 * scale, within(2.5));
            }
        }
    }

    private static double untilDark(BufferedImage page, double x, double y, int dx, int dy) {
        int steps = 0;
        while (new Color(page.getRGB((int) x + dx * steps, (int) y + dy * steps)).getGreen() > 128) {
            steps++;
        }
        return steps;
    }

    private static byte[] marked() throws IOException {
        BufferedImage photo = new BufferedImage(480, 640, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = photo.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 480, 640);
        g.setColor(Color.BLACK);
        g.fillRect(60, 100, 8, 440);
        g.fillRect(480 - 68, 100, 8, 440);
        g.fillRect(140, 40, 200, 8);
        g.fillRect(140, 640 - 48, 200, 8);
        g.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"A5,33,48,8", "A4,33,48,20", "A6,25,35,8", "A5,35,53,4", "A4,33,48,1"})
    void keepsPicturesApartAndOnThePage(String paper, double width, double height, int count) {
        SheetGrid grid = new SheetLayout(paper, width, height, count).grid();
        for (int i = 0; i < count; i++) {
            assertThat(grid.left(i)).isGreaterThanOrEqualTo(4.99);
            assertThat(grid.left(i) + width).isLessThanOrEqualTo(grid.pageWidth() - 4.99);
            assertThat(grid.bottom(i) - SheetGrid.CAPTION).isGreaterThanOrEqualTo(4.99);
            assertThat(grid.bottom(i) + height).isLessThanOrEqualTo(grid.pageHeight() - 4.99);
            for (int k = 0; k < i; k++) {
                boolean beside = Math.abs(grid.left(i) - grid.left(k)) >= width + 3.9;
                boolean below = Math.abs(grid.bottom(i) - grid.bottom(k)) >= height + SheetGrid.CAPTION + 3.9;
                assertThat(beside || below).isTrue();
            }
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SheetLayout("A6", 33, 48, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new SheetLayout("B5", 33, 48, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new SheetLayout("A5", 33, 0, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new SheetLayout("A5", 33, 48, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sheet.pdf(List.of(), DEMO));
    }

    @Test
    void marksACharacterThatTheFontLacks() throws IOException {
        String tangut = new String(Character.toChars(0x17000));
        try (PDDocument document = Loader.loadPDF(sheet.pdf(photo(), DEMO, "7 王" + tangut + "\n\u0007"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("7 王〓");
        }
    }

    @Test
    void printsWithoutACaption() throws IOException {
        for (String none : new String[] {null, "", " "}) {
            try (PDDocument document = Loader.loadPDF(sheet.pdf(photo(), DEMO, none))) {
                assertThat(new PDFTextStripper().getText(document)).isBlank();
            }
        }
    }

    @Test
    void printsALongNameOnASecondLine() throws IOException {
        String name = "阿依古丽·买买提艾力·吐尔逊江·阿卜杜热合曼";
        try (PDDocument document = Loader.loadPDF(sheet.pdf(photo(), DEMO, "2020010112345678 " + name))) {
            assertThat(new PDFTextStripper().getText(document)).contains("2020010112345678", name);
        }
    }

    @Test
    void printsAClass() throws IOException {
        List<Print> prints = List.of(new Print(photo(), "1 甲"), new Print(photo(), "2 乙"), new Print(photo(), "3 丙"));
        byte[] pdf = sheet.pdf(prints, DEMO);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(document)).contains("2 乙").doesNotContain("甲", "丙");
        }
        assertThat(pdf.length).as("the font is a subset").isLessThan(200_000);
    }

    /** How many px from the middle the disc goes on in a direction. */
    private static double reach(BufferedImage page, double x, double y, int dx, int dy) {
        int steps = 0;
        while (new Color(page.getRGB((int) x + dx * steps, (int) y + dy * steps)).getGreen() < 128) {
            steps++;
        }
        return steps;
    }

    private static int drawn(PDPage page) throws IOException {
        int count = 0;
        for (Object token : new PDFStreamParser(page).parse()) {
            count += token instanceof Operator operator && operator.getName().equals("Do") ? 1 : 0;
        }
        return count;
    }

    private static double mm(float pt) {
        return pt * 25.4 / 72;
    }

    private static byte[] photo() throws IOException {
        BufferedImage photo = new BufferedImage(480, 640, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = photo.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 480, 640);
        g.setColor(Color.BLACK);
        g.fillOval(140, 140, 200, 200);
        g.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", out);
        return out.toByteArray();
    }
}
