package io.github.gradphoto.measure;

import java.util.List;

/** All meters, in no order that matters. A new one is added here and nowhere else. */
final class Meters {

    static final List<Meter> ALL = List.of(
            new CropMeter(),
            new JpegQualityMeter(),
            new FaceMeter(),
            new PlaceMeter(),
            new PoseMeter(),
            new EyeMeter(),
            new MouthMeter(),
            new ShoulderMeter(),
            new BrightnessMeter(),
            new FaceLightMeter(),
            new FaceSharpnessMeter(),
            new BackgroundMeter(),
            new ClothesMeter(),
            new ShoulderSkinMeter(),
            new FringeMeter());

    private Meters() {}
}
