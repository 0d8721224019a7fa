package io.github.gradphoto.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** N13: the average face, turned by known angles, has these angles. */
class PoseFinderTest {

    private static final CanonicalFace FACE = new CanonicalFace();

    private final PoseFinder finder = new PoseFinder();

    @Test
    void readsTheCanonicalFace() {
        double weights = 0;
        for (double weight : FACE.weights) {
            weights += weight;
        }
        assertThat(weights).isCloseTo(1, within(0.2));
        assertThat(FACE.points[4][2]).as("the tip of the nose comes nearest").isGreaterThan(FACE.points[234][2] + 5);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "15,0", "-30,0", "45,0", "0,12", "0,-20", "20,-10"})
    void readsTurnAndNod(double yaw, double pitch) {
        var straight = finder.of(turned(0, 0));
        var pose = finder.of(turned(yaw, pitch));
        assertThat(pose.yaw() - straight.yaw()).isCloseTo(yaw, within(0.5));
        assertThat(pose.pitch() - straight.pitch()).isCloseTo(pitch, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "-25"})
    void readsTheTilt(double roll) {
        var upright = turned(0, 0);
        double cos = Math.cos(Math.toRadians(roll));
        double sin = Math.sin(Math.toRadians(roll));
        float[] x = new float[FaceMesh.POINTS];
        float[] y = new float[FaceMesh.POINTS];
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            x[i] = (float) (upright.x()[i] * cos - upright.y()[i] * sin);
            y[i] = (float) (upright.x()[i] * sin + upright.y()[i] * cos);
        }
        var pose = finder.of(new FaceMesh(x, y, upright.z(), 1));
        assertThat(pose.roll()).as("to the picture's right").isCloseTo(roll, within(0.5));
    }

    /** Looking to the picture's right by yaw and up by pitch, in px of a picture. */
    private static FaceMesh turned(double yaw, double pitch) {
        double cy = Math.cos(Math.toRadians(yaw));
        double sy = Math.sin(Math.toRadians(yaw));
        double cp = Math.cos(Math.toRadians(pitch));
        double sp = Math.sin(Math.toRadians(pitch));
        float[] x = new float[FaceMesh.POINTS];
        float[] y = new float[FaceMesh.POINTS];
        float[] z = new float[FaceMesh.POINTS];
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double[] p = FACE.points[i];
            double up = p[1] * cp + p[2] * sp;
            double near = -p[1] * sp + p[2] * cp;
            x[i] = (float) (300 + 12 * (p[0] * cy + near * sy));
            y[i] = (float) (400 - 12 * up);
            z[i] = (float) (-12 * (-p[0] * sy + near * cy));
        }
        return new FaceMesh(x, y, z, 1);
    }
}
