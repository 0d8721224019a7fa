package io.github.gradphoto.picture;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads an upload as a picture without trusting it: type by its first bytes, size from the header before any pixel is
 * decoded, no metadata handed to the decoder, bounded memory and time. Whether the picture is good enough is for others
 * to judge. Thread-safe; how many are decoded at once is the {@link PictureLine}'s to say, because each may take 150 MB.
 */
public final class PictureDecoder {

    /** Longest upload, in bytes (15 MB). */
    public static final int MAX_BYTES = 15 * 1024 * 1024;
    /** Most pixels a header may claim: phones take up to 64 million. Files that are dear to decode may have fewer. */
    public static final int MAX_PIXELS = 65_000_000;
    /** Shortest side, in px. */
    public static final int MIN_SIDE = 100;
    /** Longest side of a decoded picture, in px; larger ones are reduced. */
    public static final int MAX_SIDE = 4000;

    private final PictureLine line;
    private final Duration longest;

    /** Decodes for one caller at a time on each processor, with a long line; for commands and tests. */
    public PictureDecoder() {
        this(new PictureLine(Runtime.getRuntime().availableProcessors(), 1000, Duration.ofMinutes(10)));
    }

    public PictureDecoder(PictureLine line) {
        this(line, Duration.ofSeconds(10));
    }

    PictureDecoder(PictureLine line, Duration longest) {
        this.line = line;
        this.longest = longest;
    }

    /**
     * Decodes an upload and turns it upright by its own EXIF orientation.
     *
     * @throws PictureRefusedException with the reason
     * @throws io.github.gradphoto.refusal.Refusal busy
     */
    public DecodedPicture decode(byte[] upload) {
        PictureType type = typeOf(upload);
        Container file = type.open(upload);
        return decode(new Decoding(type, file, file.exif().map(Orientation::of).orElse(1)));
    }

    /**
     * Decodes a stored picture, whose orientation was kept beside it when the metadata were stripped.
     *
     * @param orientation EXIF orientation, 1 to 8
     * @throws PictureRefusedException with the reason
     * @throws io.github.gradphoto.refusal.Refusal busy
     */
    public DecodedPicture decode(byte[] stored, int orientation) {
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation must be 1 to 8, not " + orientation);
        }
        PictureType type = typeOf(stored);
        return decode(new Decoding(type, type.open(stored), orientation));
    }

    private static PictureType typeOf(byte[] upload) {
        PictureType type = PictureType.of(upload);
        if (upload.length > MAX_BYTES) {
            throw new PictureRefusedException(PictureFault.TOO_LARGE);
        }
        return type;
    }

    private DecodedPicture decode(Decoding decoding) {
        return line.work(place -> within(decoding, place));
    }

    /** A thread of its own, because a decoder in a loop cannot be left from inside; it keeps the place until it stops. */
    private DecodedPicture within(Decoding decoding, PictureLine.Place place) {
        place.share();
        var task = new FutureTask<>(() -> {
            try {
                return decoding.run();
            } finally {
                place.leave();
            }
        });
        Thread thread = new Thread(task, "picture-decoding");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            place.leave();
            throw noThread;
        }
        try {
            return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (TimeoutException e) {
            decoding.abort();
            throw new PictureRefusedException(PictureFault.CORRUPT, e);
        } catch (InterruptedException e) {
            decoding.abort();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while decoding", e);
        }
    }

    /** A hostile file may end in any error, even one of memory: to the student all of them are a broken picture. */
    private static PictureRefusedException refused(Throwable cause) {
        return cause instanceof PictureRefusedException refused
                ? refused
                : new PictureRefusedException(PictureFault.CORRUPT, cause);
    }
}
