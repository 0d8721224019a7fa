package io.github.gradphoto.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** csv with commas, semicolons or tabs, in UTF-8 (with or without a mark) or, failing that, in GB18030 as Excel writes it. */
final class CsvLines {

    private CsvLines() {}

    static List<Line> read(byte[] file) {
        var text = text(file);
        var lines = new Lines();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(found -> lines.add(new Line(
                    (int) found.getStartingLineNumber(),
                    found.getFields().stream()
                            .map(field -> new Line.Cell(field, isExponent(field)))
                            .toList())));
        } catch (CsvParseException e) {
            throw Refusal.invalid("tableUnreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.all();
    }

    /** Excel writes a long number into a csv as 5.10699E+17. */
    private static boolean isExponent(String field) {
        return field.strip().matches("\\d(?:\\.\\d+)?[eE]\\+\\d+");
    }

    private static String text(byte[] file) {
        for (byte b : file) {
            if (b == 0) {
                throw Refusal.invalid("tableEncoding");
            }
        }
        var text = decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, Charset.forName("GB18030")))
                .orElseThrow(() -> Refusal.invalid("tableEncoding"));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The one that the first line uses most. */
    private static char separator(String text) {
        var headers = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (count(headers, candidate) > count(headers, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
