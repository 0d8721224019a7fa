package io.github.gradphoto;

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
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code java -jar gradphoto.jar measure DIR [--background=white,light_blue,grey]}: measures and judges every file of a folder
 * and writes CSV, so that a college can calibrate the decision table on its own archive. Needs no database.
 */
final class MeasureCommand {

    private static final String USAGE = "Usage: measure DIR [--background=white,light_blue,grey]";
    private static final String OPTION = "--background=";
    private static final int WRONG_ARGUMENTS = 2;

    private record Row(Path file, PhotoVerdict verdict, Measurements measured) {}

    private final PictureDecoder decoder = new PictureDecoder();
    private final PhotoMeter meter = PhotoMeter.withModels();
    private final PhotoRules rules =
            ServiceLoader.load(PhotoRules.class).findFirst().orElseThrow();
    private final PrintStream out;
    private final PrintStream progress;

    MeasureCommand(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** @return the exit code: 0, however many files are refused; 2 for wrong arguments */
    static int run(List<String> args) {
        PrintStream out = System.out;
        System.setOut(System.err); // whoever logs must not get into the CSV
        LoggingSystem.get(MeasureCommand.class.getClassLoader()).beforeInitialize(); // and nobody needs to
        return new MeasureCommand(out, System.err).measure(args);
    }

    int measure(List<String> args) {
        var folders = args.stream().filter(arg -> !arg.startsWith(OPTION)).toList();
        if (folders.size() != 1 || !Files.isDirectory(Path.of(folders.get(0)))) {
            return wrong(folders.size() == 1 ? "No such folder: " + folders.get(0) : "One folder is needed.");
        }
        List<Color> accepted;
        try {
            accepted = backgrounds(args);
        } catch (IllegalArgumentException unknown) {
            return wrong(unknown.getMessage());
        }
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            measure(Path.of(folders.get(0)), accepted, workers);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private int wrong(String why) {
        progress.println(why);
        progress.println(USAGE);
        return WRONG_ARGUMENTS;
    }

    /** @throws IllegalArgumentException a colour that no notice can accept */
    private static List<Color> backgrounds(List<String> args) {
        var named = args.stream()
                .filter(arg -> arg.startsWith(OPTION))
                .flatMap(arg -> Arrays.stream(arg.substring(OPTION.length()).split(",")))
                .map(name -> Background.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
        return (named.isEmpty() ? List.of(Background.values()) : named)
                .stream().map(Background::colour).toList();
    }

    /** On all processors; the rows come in the order of the names all the same. */
    private void measure(Path folder, List<Color> accepted, ExecutorService workers) throws IOException {
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(header());
            var files = files(folder);
            List<Future<Row>> rows = files.stream()
                    .map(file -> workers.submit(() -> row(file, accepted)))
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                csv.writeRecord(cells(finished(rows.get(i))));
                csv.flush();
                progress.println(
                        (i + 1) + "/" + files.size() + " " + files.get(i).getFileName());
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    private static Row finished(Future<Row> row) {
        try {
            return row.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while pictures were measured.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A picture could not be measured.", e.getCause());
        }
    }

    private Row row(Path file, List<Color> accepted) {
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
            progress.println(file.getFileName() + ": " + e);
            return refused(file, PictureFault.CORRUPT);
        }
    }

    private static Row refused(Path file, PictureFault fault) {
        var reason = Arrays.stream(fault.name().toLowerCase(Locale.ROOT).split("_"))
                .reduce((first, next) -> first + Character.toUpperCase(next.charAt(0)) + next.substring(1))
                .orElseThrow();
        return new Row(file, new PhotoVerdict(Outcome.REFUSED, List.of(reason), List.of()), Measurements.none());
    }

    /** The number of faces first, because it says what the others are worth. */
    private static Stream<Measure> columns() {
        return Stream.concat(
                Stream.of(Measure.FACES), Arrays.stream(Measure.values()).filter(measure -> measure != Measure.FACES));
    }

    private static List<String> header() {
        var header = new ArrayList<>(List.of("file", "verdict", "reasons"));
        columns().map(Measure::key).forEach(header::add);
        return header;
    }

    private static List<String> cells(Row row) {
        var verdict = row.verdict();
        var cells = new ArrayList<>(List.of(
                row.file().getFileName().toString(),
                verdict.outcome() == Outcome.PASSED
                        ? "pass"
                        : verdict.outcome().name().toLowerCase(Locale.ROOT),
                Stream.concat(verdict.refusals().stream(), verdict.warnings().stream())
                        .collect(Collectors.joining("|"))));
        columns().map(row.measured()::text).forEach(cells::add);
        return cells;
    }
}
