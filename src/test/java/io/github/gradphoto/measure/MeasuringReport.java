package io.github.gradphoto.measure;

import io.github.gradphoto.notice.Background;
import io.github.gradphoto.picture.DecodedPicture;
import io.github.gradphoto.picture.PhotoJpeg;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.picture.Resampler;
import io.github.gradphoto.process.StandalonePhotoRules;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Figures of the measuring on a folder of pictures: whether the framing of every crop holds when the 480×640 file is measured
 * anew, how long a verdict takes, how much memory is held after 500 of them. To be run by hand with the class path of the
 * tests, on one processor for figures of one thread:
 *
 * <pre>taskset -c 0 java -Xmx512m -cp target/test-classes:target/classes:… io.github.gradphoto.measure.MeasuringReport DIR</pre>
 */
final class MeasuringReport {

    private static final List<Color> ALL =
            Arrays.stream(Background.values()).map(Background::colour).toList();

    private final PictureDecoder decoder = new PictureDecoder();
    private final PhotoMeter meter = PhotoMeter.withModels();
    private final StandalonePhotoRules rules = new StandalonePhotoRules();

    public static void main(String[] args) throws IOException {
        var report = new MeasuringReport();
        try (var files = Files.list(Path.of(args[0]))) {
            report.framing(files.filter(Files::isRegularFile).sorted().toList());
        }
        var portrait = DrawnPhotos.person(31);
        report.latency("480×640", PhotoJpeg.encode(scaled(portrait, 480, 640), 92), 60);
        report.latency("12 MP (3000×4000)", PhotoJpeg.encode(scaled(portrait, 3000, 4000), 92), 40);
        report.latency("960×1280, to 500 pictures", PhotoJpeg.encode(portrait, 92), 400);
        memory();
        System.exit(0);
    }

    private static java.awt.image.BufferedImage scaled(java.awt.image.BufferedImage picture, int width, int height) {
        return Resampler.resample(picture, new Rectangle(picture.getWidth(), picture.getHeight()), width, height);
    }

    private void framing(List<Path> files) throws IOException {
        System.out.println(
                "file,verdict,hairTop,eyeLine,faceWidth,centring,again hairTop,eyeLine,faceWidth,centring,holds");
        int crops = 0;
        int hold = 0;
        for (var file : files) {
            DecodedPicture picture;
            var bytes = Files.readAllBytes(file);
            try {
                picture = decoder.decode(bytes);
            } catch (PictureRefusedException e) {
                continue;
            }
            var photo = meter.measure(picture, bytes, null, ALL);
            var verdict = rules.photoCompliance(photo.measurements());
            if (!photo.measurements().has(Measure.HAIR_TOP)
                    || verdict.refusals().stream().anyMatch(MeasuringReport::isPlace)) {
                continue; // no crop within the specification was claimed
            }
            var jpeg = photo.standard().jpeg();
            var again = meter.again(decoder.decode(jpeg), jpeg, ALL).measurements();
            boolean holds = rules.photoCompliance(again).refusals().stream().noneMatch(MeasuringReport::isPlace)
                    && again.has(Measure.HAIR_TOP);
            crops++;
            hold += holds ? 1 : 0;
            System.out.printf(
                    "%s,%s,%s,%s,%s%n",
                    file.getFileName(), verdict.outcome(), places(photo.measurements()), places(again), holds);
        }
        System.out.printf("%d of %d crops are within the specification when measured anew%n%n", hold, crops);
    }

    private static boolean isPlace(String reason) {
        return reason.startsWith("hair")
                || reason.startsWith("eyesToo")
                || reason.startsWith("faceToo")
                || reason.equals("notCentred");
    }

    private static String places(Measurements measured) {
        return String.join(
                ",",
                List.of(Measure.HAIR_TOP, Measure.EYE_LINE, Measure.FACE_WIDTH, Measure.CENTRING).stream()
                        .map(measure -> measured.get(measure).isPresent()
                                ? "%.0f".formatted(measured.get(measure).getAsDouble())
                                : "")
                        .toList());
    }

    private void latency(String what, byte[] file, int times) {
        var machine = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long[] wall = new long[times];
        long[] cpu = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            long startCpu = machine.getProcessCpuTime();
            rules.photoCompliance(
                    meter.measure(decoder.decode(file), file, null, ALL).measurements());
            wall[i] = (System.nanoTime() - start) / 1_000_000;
            cpu[i] = (machine.getProcessCpuTime() - startCpu) / 1_000_000;
        }
        long first = wall[0];
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                "%s, %d verdicts: p50 %d ms, p95 %d ms, first %d ms; processor time p50 %d ms, p95 %d ms%n",
                what, times, wall[times / 2], wall[times * 95 / 100], first, cpu[times / 2], cpu[times * 95 / 100]);
    }

    private static void memory() throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        long committed =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() >> 20;
        System.out.printf("heap used %d MB, committed %d MB%n", heap, committed);
        var status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                    .forEach(System.out::println);
        }
    }
}
