package io.github.gradphoto.collectioncode;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureRefusedException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * {@code java -jar gradphoto.jar code DIR}: which pictures of a folder hold a code that can be read, as CSV; needs no database.
 * The payloads are nobody's business and stay out.
 */
public final class CodeCommand {

    private static final String USAGE = "Usage: code DIR";
    private static final int WRONG_ARGUMENTS = 2;

    private final PictureDecoder decoder = new PictureDecoder();
    private final CodeReader reader = new CodeReader();
    private final PrintStream out;
    private final PrintStream progress;

    CodeCommand(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** @return the exit code: 0, however many files hold no code; 2 for wrong arguments */
    public static int run(List<String> args) {
        PrintStream out = System.out;
        System.setOut(System.err); // whoever logs must not get into the CSV
        return new CodeCommand(out, System.err).read(args);
    }

    int read(List<String> args) {
        if (args.size() != 1 || !Files.isDirectory(Path.of(args.get(0)))) {
            progress.println(args.size() == 1 ? "No such folder: " + args.get(0) : "One folder is needed.");
            progress.println(USAGE);
            return WRONG_ARGUMENTS;
        }
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("file", "read");
            var files = files(Path.of(args.get(0)));
            for (int i = 0; i < files.size(); i++) {
                var name = files.get(i).getFileName().toString();
                csv.writeRecord(name, String.valueOf(isReadable(files.get(i))));
                csv.flush();
                progress.println((i + 1) + "/" + files.size() + " " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    private boolean isReadable(Path file) {
        try {
            return Files.size(file) <= PictureDecoder.MAX_BYTES
                    && reader.read(decoder.decode(Files.readAllBytes(file)).image())
                            .isPresent();
        } catch (PictureRefusedException | IOException noPicture) {
            return false;
        }
    }
}
