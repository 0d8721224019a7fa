package io.github.gradphoto;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoMeter;
import io.github.gradphoto.measure.PhotoRules;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.measure.PhotoVerdict.Outcome;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureFault;
import io.github.gradphoto.picture.PictureRefusedException;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * {@code java -jar gradphoto.jar measure DIR [--background=white,light_blue,grey]}: measures and judges every file of a folder
 * and writes CSV, so that a college can calibrate the decision table on its own archive. Needs no database.
 */
final class MeasureCommand {

    private static final String USAGE = "Usage: measure DIR [--background=white,light_blue,grey]";
    private static final String OPTION = "--background=";
    /** Of what has no numbers, because it could not even be read. */
    private static final List<Measure> FIRST = List.of(Measure.FACES);

    private record Row(Path file, PhotoVerdict verdict, Measurements measured) {}

    private final PictureDecoder decoder = new PictureDecoder();
    private final PhotoMeter meter = PhotoMeter.withModels();
    private final PhotoRules rules =
            ServiceLoader.load(PhotoRules.class).findFirst().orElseThrow();
    private final List<Color> accepted;

    private MeasureCommand(List<Color> accepted) {
        this.accepted = accepted;
    }

    /** @return the exit code: 0, however many files are refused; 2 for wrong arguments */
    static int run(List<String> args) {
        PrintStream out = System.out;
        System.setOut(System.err); // whoever logs must not get into the CSV
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        List<String> folders = new ArrayList<>();
        List<Color> accepted =
                Arrays.stream(Background.values()).map(Background::colour).toList();
        try {
            for (var arg : args) {
                if (arg.startsWith(OPTION)) {
                    accepted = colours(arg.substring(OPTION.length()));
                } else {
                    folders.add(arg);
                }
            }
        } catch (IllegalArgumentException unknown) {
            return wrong(unknown.getMessage());
        }
        if (folders.size() != 1) {
            return wrong("One folder is needed.");
        }
        Path folder = Path.of(folders.get(0));
        if (!Files.isDirectory(folder)) {
            return wrong("No such folder: " + folder);
        }
        new MeasureCommand(accepted).measure(folder, out);
        return 0;
    }

    private static int wrong(String why) {
        System.err.println(why);
        System.err.println(USAGE);
        return 2;
    }

    private static List<Color> colours(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> Background.valueOf(name.trim().toUpperCase(Locale.ROOT)))
                .map(Background::colour)
                .toList();
    }

    /** On all processors; the rows come in the order of the names all the same. */
    private void measure(Path folder, PrintStream out) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(header());
            var files = files(folder);
            List<Future<Row>> rows =
                    files.stream().map(file -> workers.submit(() -> row(file))).toList();
            for (int i = 0; i < rows.size(); i++) {
                csv.writeRecord(cells(rows.get(i).get()));
                csv.flush();
                System.err.println(
                        (i + 1) + "/" + files.size() + " " + files.get(i).getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    private Row row(Path file) {
        try {
            if (Files.size(file) > PictureDecoder.MAX_BYTES) {
                return refused(file, PictureFault.TOO_LARGE);
            }
            var bytes = Files.readAllBytes(file);
            var photo = meter.measure(decoder.decode(bytes), bytes, null, accepted);
            return new Row(file, rules.photoCompliance(photo.measurements()), photo.measurements());
        } catch (PictureRefusedException e) {
            return refused(file, e.fault());
        } catch (IOException e) {
            System.err.println(file + ": " + e);
            return refused(file, PictureFault.CORRUPT);
        }
    }

    private static Row refused(Path file, PictureFault fault) {
        var reason = Arrays.stream(fault.name().toLowerCase(Locale.ROOT).split("_"))
                .reduce((first, next) -> first + Character.toUpperCase(next.charAt(0)) + next.substring(1))
                .orElseThrow();
        return new Row(file, new PhotoVerdict(Outcome.REFUSED, List.of(reason), List.of()), Measurements.none());
    }

    private static List<Measure> columns() {
        var columns = new ArrayList<>(FIRST);
        Arrays.stream(Measure.values())
                .filter(measure -> !FIRST.contains(measure))
                .forEach(columns::add);
        return columns;
    }

    private static List<String> header() {
        var header = new ArrayList<>(List.of("file", "verdict", "reasons"));
        columns().forEach(measure -> header.add(measure.key()));
        return header;
    }

    private static List<String> cells(Row row) {
        var outcome = row.verdict().outcome();
        var cells = new ArrayList<>(List.of(
                row.file().getFileName().toString(),
                outcome == Outcome.PASSED ? "pass" : outcome.name().toLowerCase(Locale.ROOT),
                Stream.concat(row.verdict().refusals().stream(), row.verdict().warnings().stream())
                        .collect(Collectors.joining("|"))));
        columns().forEach(measure -> cells.add(row.measured().text(measure)));
        return cells;
    }
}
