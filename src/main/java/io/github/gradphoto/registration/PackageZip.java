package io.github.gradphoto.registration;

import io.github.gradphoto.picture.PhotoDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file for the collecting unit. Stored without compression, because another version of a library compresses otherwise. */
final class PackageZip {

    /** @param bytes of the JPEG */
    record Picture(String file, long blob, String sha256, int bytes) {}

    /** The same in every package: a time would tell when somebody downloaded it. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private PackageZip() {}

    static void write(List<Picture> pictures, LongFunction<byte[]> content, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        add(zip, "manifest.csv", manifest(pictures));
        for (var picture : pictures) {
            var jpeg = content.apply(picture.blob());
            if (!PhotoDigest.sha256(jpeg).equals(picture.sha256())) {
                throw new IOException("The stored picture is not the released one: " + picture.file());
            }
            add(zip, picture.file(), jpeg);
        }
        zip.finish();
        zip.flush();
    }

    private static byte[] manifest(List<Picture> pictures) {
        var lines = new StringBuilder("file,key,sha256,bytes\r\n");
        for (var picture : pictures) {
            lines.append(picture.file())
                    .append(',')
                    .append(picture.file().replace(".jpg", ""))
                    .append(',')
                    .append(picture.sha256())
                    .append(',')
                    .append(picture.bytes())
                    .append("\r\n");
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
