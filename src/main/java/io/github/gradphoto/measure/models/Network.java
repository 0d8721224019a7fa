package io.github.gradphoto.measure.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/** A TFLite model out of the jar. For one thread at a time. */
final class Network {

    private final Net net;
    private final StringVector outputs;
    private final int side;

    /** @param side px of the square input */
    Network(String model, int side) {
        this.side = side;
        try (InputStream in = Network.class.getResourceAsStream("/models/" + model)) {
            byte[] bytes = in.readAllBytes();
            try (var buffer = new BytePointer(bytes)) {
                net = opencv_dnn.readNetFromTFLite(buffer, bytes.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + model + " cannot be read.", e);
        }
        net.setPreferableBackend(opencv_dnn.DNN_BACKEND_OPENCV);
        net.setPreferableTarget(opencv_dnn.DNN_TARGET_CPU);
        outputs = net.getUnconnectedOutLayersNames();
        // They outlive the scope in which the first question is asked.
        net.retainReference();
        outputs.retainReference();
    }

    /**
     * @param picture {@code side × side}, BGR
     * @param low     what black becomes; white becomes 1
     * @return each output by the number of its values
     */
    Map<Integer, float[]> run(Mat picture, double low) {
        double scale = (1 - low) / 255;
        try (Mat blob = opencv_dnn.blobFromImage(
                        picture,
                        scale,
                        new Size(side, side),
                        new Scalar(-low / scale, -low / scale, -low / scale, 0),
                        true,
                        false,
                        org.bytedeco.opencv.global.opencv_core.CV_32F);
                MatVector results = new MatVector()) {
            net.setInput(blob);
            net.forward(results, outputs);
            Map<Integer, float[]> values = new HashMap<>();
            for (long i = 0; i < results.size(); i++) {
                Mat result = results.get(i);
                float[] all = new float[(int) result.total()];
                new FloatPointer(result.data()).get(all);
                values.put(all.length, all);
            }
            return values;
        }
    }
}
