package io.github.gradphoto.collectioncode;

import java.util.TreeMap;

/**
 * How many of the degraded codes are read, by ZXing alone and by both readers joined. To be run by hand, with the class path
 * of the tests.
 */
final class CodeReadingReport {

    private CodeReadingReport() {}

    public static void main(String[] args) throws Exception {
        var reader = new CodeReader();
        var counts = new TreeMap<String, int[]>();
        long worst = 0;
        for (var picture : DegradedCodes.all()) {
            int[] count = counts.computeIfAbsent(picture.kind(), kind -> new int[4]);
            count[0]++;
            var alone = reader.readWithZxingAlone(picture.image());
            long start = System.nanoTime();
            var joined = reader.read(picture.image());
            worst = Math.max(worst, System.nanoTime() - start);
            count[1] += alone.filter(picture.payload()::equals).isPresent() ? 1 : 0;
            count[2] += joined.filter(picture.payload()::equals).isPresent() ? 1 : 0;
            count[3] += joined.filter(text -> !text.equals(picture.payload())).isPresent() ? 1 : 0;
        }
        System.out.println("damage            pictures  zxing alone  joined  wrong");
        int[] sum = new int[4];
        counts.forEach((kind, count) -> {
            print(kind, count);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += count[i];
            }
        });
        print("all", sum);
        System.out.printf("slowest joined reading: %d ms%n", worst / 1_000_000);
    }

    private static void print(String kind, int[] count) {
        System.out.printf("%-18s%8d%13d%8d%7d%n", kind, count[0], count[1], count[2], count[3]);
    }
}
