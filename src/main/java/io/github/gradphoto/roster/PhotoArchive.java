package io.github.gradphoto.roster;

import io.github.gradphoto.privacy.Mask;
import io.github.gradphoto.roster.PhotoFile.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP from outside: nothing of it is unpacked to a disk, no name of it is trusted, no size that it claims. */
final class PhotoArchive implements AutoCloseable {

    /** Longest picture, in bytes; the registry's have 20 to 40 KB. */
    private static final int MAX_PICTURE = 5 * 1024 * 1024;
    /** Most that a ZIP may unpack to, in bytes: pictures hardly shrink, and the ZIP itself has 200 MB at most. */
    private static final long MAX_UNPACKED = 512L * 1024 * 1024;
    /** What Windows and macOS leave in folders. */
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", ".ds_store");

    private static final int LONGEST_NAME = 40;

    private final ZipFile zip;
    private long left = MAX_UNPACKED;

    PhotoArchive(Path file) throws IOException {
        zip = ZipFile.builder().setPath(file).get();
    }

    /** A file of the ZIP. @param place from 1, without folders and litter */
    record Entry(int place, ZipArchiveEntry file) {

        /** The number that the file is named by; empty where it has none. */
        String key() {
            var name = baseName(file.getName());
            int dot = name.lastIndexOf('.');
            var number = (dot > 0 ? name.substring(0, dot) : name).strip();
            return number.matches("[0-9A-Za-z]{1,20}") ? number : "";
        }

        /** The name as a page may show it. */
        String shown() {
            if (key().matches("[0-9]{15,17}[0-9Xx]?.*")) {
                return Mask.idNumber(key());
            }
            var name = baseName(file.getName()).replaceAll("\\d{11}(?=\\d{3}[0-9Xx])", "***********");
            return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        }

        /** What is wrong with it by its name and its marks alone; null for nothing. */
        Outcome fault() {
            var path = file.getName().replace('\\', '/');
            if (path.startsWith("/")
                    || path.matches("[A-Za-z]:.*")
                    || List.of(path.split("/")).contains("..")) {
                return Outcome.PATH;
            }
            if (file.getGeneralPurposeBit().usesEncryption()) {
                return Outcome.LOCKED;
            }
            return key().isEmpty() ? Outcome.NAME : null;
        }
    }

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var file : Collections.list(zip.getEntries())) {
            if (isPicture(file)) {
                entries.add(new Entry(entries.size() + 1, file));
            }
        }
        return entries;
    }

    private static boolean isPicture(ZipArchiveEntry file) {
        var name = baseName(file.getName()).toLowerCase(Locale.ROOT);
        return !file.isDirectory()
                && !file.getName().startsWith("__MACOSX")
                && !name.startsWith("._")
                && !LITTER.contains(name);
    }

    private static String baseName(String path) {
        var plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /** Reads what there is, not what the entry claims. @throws TooLargeException for the picture, or for all of them */
    byte[] bytes(Entry entry) throws IOException {
        long most = Math.max(0, Math.min(MAX_PICTURE, left));
        try (InputStream content = zip.getInputStream(entry.file())) {
            var bytes = content.readNBytes((int) most + 1);
            left -= bytes.length;
            if (bytes.length > most) {
                throw new TooLargeException();
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
