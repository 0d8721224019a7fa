package io.github.gradphoto.measure;

import io.github.gradphoto.measure.models.OpenCvFaceModels;
import io.github.gradphoto.picture.DecodedPicture;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frames a photo and measures it. Knows no threshold: what the numbers mean is for the decision table. Thread-safe. */
public final class PhotoMeter {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoMeter.class);

    /** Below this the mesh says that it is no face, whatever the detector saw (a cat, a pattern). */
    private static final double LEAST_MESH_SCORE = 0.5;

    private final FaceModels models;
    private final HeadFinder heads;
    private final StandardPhotoMaker maker = new StandardPhotoMaker();

    /** With the models that come with the product; they are loaded when the first photo is measured. */
    public static PhotoMeter withModels() {
        return new PhotoMeter(new OpenCvFaceModels());
    }

    public PhotoMeter(FaceModels models) {
        this.models = models;
        this.heads = new HeadFinder(models);
    }

    /** A face with its landmarks in px of the whole picture. */
    private record Found(DetectedFace face, FaceMesh mesh) {}

    /**
     * @param file     the bytes that the picture was decoded from
     * @param chosen   the frame that the student chose, or null for the proposed one
     * @param accepted background colours that the notice accepts
     */
    public MeasuredPhoto measure(DecodedPicture picture, byte[] file, CropFrame chosen, List<Color> accepted) {
        return measure(
                picture,
                file,
                (framing, proposed) -> chosen == null ? proposed : allowed(framing, chosen, proposed),
                chosen,
                accepted);
    }

    /** A picture that has its frame, such as the 480×640 file itself: its whole, wherever the face may be in it. */
    MeasuredPhoto again(DecodedPicture picture, byte[] file, List<Color> accepted) {
        var whole =
                CropFrame.centred(picture.image().getWidth(), picture.image().getHeight());
        return measure(picture, file, (framing, proposed) -> whole, whole, accepted);
    }

    private MeasuredPhoto measure(
            DecodedPicture picture,
            byte[] file,
            BiFunction<Optional<Framing>, CropFrame, CropFrame> choice,
            CropFrame chosen,
            List<Color> accepted) {
        var image = picture.image();
        var found = find(image);
        var mesh = found.filter(faces -> faces.size() == 1)
                .map(faces -> faces.get(0).mesh());
        var head = mesh.map(landmarks -> heads.of(image, landmarks));
        var framing = head.map(where -> new Framing(
                where, image.getWidth(), image.getHeight(), StandardPhotoMaker.WIDTH / picture.reduction()));

        var proposed =
                framing.map(Framing::proposal).orElseGet(() -> CropFrame.centred(image.getWidth(), image.getHeight()));
        var allowed = choice.apply(framing, proposed);
        var framed = maker.framed(picture, allowed);
        var standard = maker.write(picture, allowed, framed);
        var subject = new Subject(
                image,
                file,
                allowed,
                framed,
                standard,
                found.map(faces -> faces.stream().map(Found::face).toList()),
                mesh.map(landmarks -> inside(landmarks, allowed, image)),
                mesh.map(any -> models.person(framed, new Rectangle(framed.getWidth(), framed.getHeight()))),
                head,
                List.copyOf(accepted));
        var readings = new Readings();
        Meters.ALL.forEach(meter -> meter.read(subject, readings));
        return new MeasuredPhoto(
                allowed,
                proposed,
                chosen != null && !isNear(chosen, allowed),
                framing.flatMap(Framing::limits),
                readings.done(),
                standard);
    }

    /** Empty on a machine that the native library was not made for: then a reviewer judges what nobody could measure. */
    private Optional<List<Found>> find(BufferedImage image) {
        try {
            List<Found> found = new ArrayList<>();
            for (var face : models.faces(image)) {
                var mesh = models.mesh(image, face);
                if (mesh.score() >= LEAST_MESH_SCORE) {
                    found.add(new Found(face, mesh));
                }
            }
            return Optional.of(found);
        } catch (LinkageError e) {
            LOG.error("Faces are not measured: the native library cannot be loaded on this machine.", e);
            return Optional.empty();
        }
    }

    /** Without a single face there is nothing to hold the frame to. */
    private static CropFrame allowed(Optional<Framing> framing, CropFrame chosen, CropFrame proposed) {
        return framing.map(where -> where.nearest(chosen).orElse(proposed)).orElse(chosen);
    }

    private static FaceMesh inside(FaceMesh mesh, CropFrame frame, BufferedImage image) {
        double scale = StandardPhotoMaker.WIDTH / (frame.width() * image.getWidth());
        return mesh.in(frame.x() * image.getWidth(), frame.y() * image.getHeight(), scale);
    }

    /** What a page sends has been rounded. */
    private static boolean isNear(CropFrame a, CropFrame b) {
        return Math.abs(a.x() - b.x()) < 0.002
                && Math.abs(a.y() - b.y()) < 0.002
                && Math.abs(a.width() - b.width()) < 0.002;
    }
}
