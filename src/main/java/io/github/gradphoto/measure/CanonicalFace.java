package io.github.gradphoto.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MediaPipe's average face: where its 468 points are in space (x to the picture's right, y up, z towards the camera), and how
 * much each of the few that do not move with the expression counts for the pose.
 */
final class CanonicalFace {

    /** Of one vertex: x, y, z and two of a texture. */
    private static final int VALUES = 5;

    final double[][] points = new double[FaceMesh.POINTS][3];
    final double[] weights = new double[FaceMesh.POINTS];

    CanonicalFace() {
        try (InputStream in = CanonicalFace.class.getResourceAsStream("/models/canonical-face.binarypb")) {
            read(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException("The canonical face cannot be read.", e);
        }
    }

    /** GeometryPipelineMetadata in protocol buffers: field 1 the mesh, whose field 3 are the vertices; field 2 the weights. */
    private void read(ByteBuffer message) {
        while (message.hasRemaining()) {
            int key = varint(message);
            if (key == (1 << 3 | 2)) {
                readMesh(part(message));
            } else if (key == (2 << 3 | 2)) {
                readWeight(part(message));
            } else {
                varint(message);
            }
        }
    }

    private void readMesh(ByteBuffer mesh) {
        int vertex = 0;
        while (mesh.hasRemaining()) {
            if (varint(mesh) == (3 << 3 | 5)) {
                float value = mesh.getFloat();
                if (vertex % VALUES < 3) {
                    points[vertex / VALUES][vertex % VALUES] = value;
                }
                vertex++;
            } else {
                varint(mesh);
            }
        }
    }

    private void readWeight(ByteBuffer weight) {
        int point = 0;
        while (weight.hasRemaining()) {
            if ((varint(weight) & 7) == 5) {
                weights[point] = weight.getFloat();
            } else {
                point = varint(weight);
            }
        }
    }

    private static ByteBuffer part(ByteBuffer message) {
        int length = varint(message);
        ByteBuffer part = message.slice(message.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        message.position(message.position() + length);
        return part;
    }

    private static int varint(ByteBuffer message) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
