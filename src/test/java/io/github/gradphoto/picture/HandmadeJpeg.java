package io.github.gradphoto.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A mid-grey JPEG of any size, written bit by bit: one code of one zero bit says "as before" for every block, so that a huge
 * picture is a small file and no encoder or memory is needed for it.
 */
final class HandmadeJpeg {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int width;
    private final int height;
    private final int components;

    private HandmadeJpeg(int width, int height, int components) {
        this.width = width;
        this.height = height;
        this.components = components;
        out.write(0xff);
        out.write(0xd8);
        if (components == 4) {
            segment(0xee, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
        }
        byte[] quantisation = new byte[65];
        Arrays.fill(quantisation, 1, 65, (byte) 16);
        segment(0xdb, quantisation);
    }

    static byte[] baseline(int width, int height, int components) {
        var jpeg = new HandmadeJpeg(width, height, components);
        jpeg.frame(0xc0);
        jpeg.codes();
        byte[] scan = new byte[4 + 2 * components];
        scan[0] = (byte) components;
        for (int c = 0; c < components; c++) {
            scan[1 + 2 * c] = (byte) (c + 1);
        }
        scan[2 + 2 * components] = 63;
        jpeg.segment(0xda, scan);
        jpeg.zeroBits(2L * components * jpeg.blocks());
        return jpeg.end();
    }

    /** @param scans how often a decoder has to go over the whole picture, at least 1 */
    static byte[] progressive(int width, int height, int scans) {
        var jpeg = new HandmadeJpeg(width, height, 3);
        jpeg.frame(0xc2);
        jpeg.codes();
        jpeg.segment(0xda, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 0, 0});
        jpeg.zeroBits(3 * jpeg.blocks());
        for (int scan = 1; scan < scans; scan++) {
            jpeg.segment(0xda, new byte[] {1, (byte) (1 + scan % 3), 0, 1, 63, 0});
            jpeg.zeroBits(jpeg.blocks());
        }
        return jpeg.end();
    }

    /** A header of any kind with nothing to decode behind it. */
    static byte[] headerOnly(int startOfFrame, int width, int height) {
        var jpeg = new HandmadeJpeg(width, height, 3);
        jpeg.frame(startOfFrame);
        return jpeg.end();
    }

    private void frame(int marker) {
        byte[] frame = new byte[6 + 3 * components];
        frame[0] = 8;
        frame[1] = (byte) (height >> 8);
        frame[2] = (byte) height;
        frame[3] = (byte) (width >> 8);
        frame[4] = (byte) width;
        frame[5] = (byte) components;
        for (int c = 0; c < components; c++) {
            frame[6 + 3 * c] = (byte) (c + 1);
            frame[7 + 3 * c] = 0x11;
        }
        segment(marker, frame);
    }

    private void codes() {
        for (int table : new int[] {0x00, 0x10}) { // one code of one bit, which stands for 0
            byte[] codes = new byte[18];
            codes[0] = (byte) table;
            codes[1] = 1;
            segment(0xc4, codes);
        }
    }

    private long blocks() {
        return (long) ((width + 7) / 8) * ((height + 7) / 8);
    }

    private void zeroBits(long count) {
        out.writeBytes(new byte[(int) ((count + 7) / 8)]);
    }

    private void segment(int marker, byte[] body) {
        out.write(0xff);
        out.write(marker);
        out.write(body.length + 2 >> 8);
        out.write(body.length + 2);
        out.writeBytes(body);
    }

    private byte[] end() {
        out.write(0xff);
        out.write(0xd9);
        return out.toByteArray();
    }
}
