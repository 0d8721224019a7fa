package io.github.gradphoto.office;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table to download that Excel opens in the right encoding and never takes for a formula. */
final class CsvFile {

    private static final String MARK = "\uFEFF";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private CsvFile() {}

    static ResponseEntity<byte[]> download(String name, List<String> headings, List<List<String>> rows) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvFile::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Privately.download(text.toString().getBytes(StandardCharsets.UTF_8), CSV, name);
    }

    /** A cell that begins like a formula begins with an apostrophe instead (OWASP, CSV injection). */
    static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*") ? "'" + cell : cell;
    }
}
