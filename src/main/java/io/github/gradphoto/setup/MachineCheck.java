package io.github.gradphoto.setup;

import io.github.gradphoto.prints.CaptionFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Disk, fonts, and the address that messages name. */
final class MachineCheck {

    private static final long GIGABYTE = 1L << 30;
    private static final long TOO_LITTLE = 1;
    private static final long LITTLE = 10;

    /** A rare character of a name is among them. */
    private static final String WORDS = "毕业生电子图像采集㛃·";

    private MachineCheck() {}

    static Finding disk(Path home) {
        return disk(home, TOO_LITTLE, LITTLE);
    }

    /** @param least and enough, in gigabytes */
    static Finding disk(Path home, long least, long enough) {
        var folder = home.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "setup", ".tmp"));
            Files.delete(Files.createTempFile("gradphoto-setup", ".tmp"));
            long free = Files.getFileStore(folder).getUsableSpace() / GIGABYTE;
            if (free < least) {
                return Finding.bad("disk.full", folder, String.valueOf(free));
            }
            return free < enough
                    ? Finding.note("disk.little", folder, String.valueOf(free))
                    : Finding.good("disk.good", folder, String.valueOf(free));
        } catch (IOException e) {
            return Finding.bad("disk.notWritable", folder, Reason.of(e));
        }
    }

    /** The font is inside the jar: whoever built it without network may have left it out. */
    static Finding font() {
        try (var document = new PDDocument()) {
            CaptionFont.in(document).font().getStringWidth(WORDS);
            return Finding.good("font.good");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.bad("font.missing", Reason.of(e));
        }
    }

    static Finding address(String address) {
        if (address.contains("://localhost")) {
            return Finding.note("address.local", address);
        }
        return address.startsWith("https://")
                ? Finding.good("address.good", address)
                : Finding.note("address.plain", address);
    }
}
