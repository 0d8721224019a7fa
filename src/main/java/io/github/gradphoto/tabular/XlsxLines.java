package io.github.gradphoto.tabular;

import io.github.gradphoto.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an xlsx. */
final class XlsxLines {

    /** Bytes; a file that unpacks to more is no list of a college. */
    private static final long MAX_UNPACKED = 300L * 1024 * 1024;
    /** A spreadsheet keeps this many digits of a number and makes the rest 0. */
    private static final int KEPT_DIGITS = 15;

    private XlsxLines() {}

    static boolean isXlsx(byte[] file) {
        return file.length > 4 && ReadableWorkbook.isOOXMLZipHeader(file);
    }

    static List<Line> read(byte[] file) {
        var lines = new Lines();
        try {
            ensureUnpacksToLittle(file);
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                    var rows = book.getFirstSheet().openStream()) {
                rows.forEach(row -> lines.add(line(row)));
            }
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Refusal.invalid("tableUnreadable");
        }
        return lines.all();
    }

    private static void ensureUnpacksToLittle(byte[] file) throws IOException {
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        // Not the JDK's stream: it stumbles over the zip64 entries that some spreadsheet programs write.
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MAX_UNPACKED) {
                            throw Refusal.invalid("tableTooLarge", TableReader.MAX_ROWS);
                        }
                    }
                }
            }
        }
    }

    private static Line line(Row row) {
        var cells = new ArrayList<Line.Cell>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxLines::cell).orElse(new Line.Cell("", false)));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static Line.Cell cell(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return new Line.Cell(cell.getText() == null ? "" : cell.getText(), false);
        }
        if (isDate(cell)) {
            var date = cell.asDate();
            boolean wholeDay = date.toLocalTime().toSecondOfDay() == 0;
            return new Line.Cell(wholeDay ? date.toLocalDate().toString() : date.toString(), false);
        }
        var number = cell.asNumber();
        return new Line.Cell(number.toPlainString(), digits(number) > KEPT_DIGITS);
    }

    private static int digits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?i).*[ymdh].*");
    }
}
