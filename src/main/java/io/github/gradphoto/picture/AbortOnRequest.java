package io.github.gradphoto.picture;

import java.util.function.BooleanSupplier;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Aborts a reader from its own thread, as soon as it reports progress after somebody asked for it. */
final class AbortOnRequest implements IIOReadProgressListener {

    private final BooleanSupplier requested;

    AbortOnRequest(BooleanSupplier requested) {
        this.requested = requested;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (requested.getAsBoolean()) {
            source.abort();
        }
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        imageProgress(source, 0);
    }

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}
}
