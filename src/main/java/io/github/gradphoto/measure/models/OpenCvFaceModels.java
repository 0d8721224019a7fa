package io.github.gradphoto.measure.models;

import io.github.gradphoto.measure.DetectedFace;
import io.github.gradphoto.measure.FaceMesh;
import io.github.gradphoto.measure.FaceModels;
import io.github.gradphoto.measure.PersonMask;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;

/**
 * A set of models for each processor at most, each loaded when it is first needed: a network of OpenCV may be used by one
 * thread at a time. Nothing of a picture outlives the call.
 */
public final class OpenCvFaceModels implements FaceModels {

    private final Semaphore inUse = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final BlockingQueue<ModelSet> idle = new LinkedBlockingQueue<>();

    @Override
    public List<DetectedFace> faces(BufferedImage picture) {
        return with(models -> models.faces.detect(picture));
    }

    @Override
    public FaceMesh mesh(BufferedImage picture, DetectedFace face) {
        return with(models -> models.mesh.of(picture, face));
    }

    @Override
    public PersonMask person(BufferedImage picture, Rectangle part) {
        return with(models -> models.person.of(picture, part));
    }

    private <T> T with(Function<ModelSet, T> question) {
        inUse.acquireUninterruptibly();
        try (var scope = new PointerScope()) {
            var models = idle.poll();
            if (models == null) {
                models = load();
            }
            var answer = question.apply(models);
            idle.add(models); // a set that failed is not used again
            return answer;
        } finally {
            inUse.release();
        }
    }

    /**
     * One after the other in the whole program: OpenCV fills a table of TFLite's operators at the first model without a lock,
     * and two that come first at once leave it broken for good.
     */
    private static synchronized ModelSet load() {
        // One picture, one thread: the requests share the processors, not the parts of a picture.
        opencv_core.setNumThreads(1);
        return new ModelSet();
    }
}
