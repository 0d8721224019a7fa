package io.github.gradphoto.measure;

/**
 * How the head is held: the turn that lays MediaPipe's average face best over the landmarks (weighted least squares, without
 * perspective). Roll is read off the eyes, as a viewer sees it. Known error: roll 1°, yaw 5°, pitch 8°, because faces differ
 * from the average one.
 */
final class PoseFinder {

    private static final int RIGHT_EYE_OUTER = 33;
    private static final int RIGHT_EYE_INNER = 133;
    private static final int LEFT_EYE_INNER = 362;
    private static final int LEFT_EYE_OUTER = 263;
    /** Pitch, by this fit, of people who look straight into a camera: mean of 25 frontal photos, spread 7°. */
    private static final double STRAIGHT = -8;

    private final CanonicalFace canonical = new CanonicalFace();

    Head.Pose of(FaceMesh mesh) {
        double[][] turn = nearestRotation(covariance(mesh));
        // where the nose points: the third axis of the face
        double x = turn[0][2];
        double y = turn[1][2];
        double z = turn[2][2];
        return new Head.Pose(
                roll(mesh),
                Math.toDegrees(Math.atan2(x, z)),
                Math.toDegrees(Math.atan2(y, Math.hypot(x, z))) - STRAIGHT);
    }

    private static double roll(FaceMesh mesh) {
        double right = mesh.x()[LEFT_EYE_OUTER] + mesh.x()[LEFT_EYE_INNER];
        double left = mesh.x()[RIGHT_EYE_OUTER] + mesh.x()[RIGHT_EYE_INNER];
        double rightY = mesh.y()[LEFT_EYE_OUTER] + mesh.y()[LEFT_EYE_INNER];
        double leftY = mesh.y()[RIGHT_EYE_OUTER] + mesh.y()[RIGHT_EYE_INNER];
        return Math.toDegrees(Math.atan2(rightY - leftY, right - left));
    }

    private double[][] covariance(FaceMesh mesh) {
        double[] seenMean = new double[3];
        double[] faceMean = new double[3];
        double total = 0;
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double[] seen = seen(mesh, i);
            for (int k = 0; k < 3; k++) {
                seenMean[k] += canonical.weights[i] * seen[k];
                faceMean[k] += canonical.weights[i] * canonical.points[i][k];
            }
            total += canonical.weights[i];
        }
        double[][] sum = new double[3][3];
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double[] seen = seen(mesh, i);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    sum[row][column] += canonical.weights[i]
                            * (seen[row] - seenMean[row] / total)
                            * (canonical.points[i][column] - faceMean[column] / total);
                }
            }
        }
        return sum;
    }

    /** In the axes of the average face. */
    private static double[] seen(FaceMesh mesh, int i) {
        return new double[] {mesh.x()[i], -mesh.y()[i], -mesh.z()[i]};
    }

    /** The orthogonal factor of the polar decomposition, by Newton's iteration (Higham 1986). */
    private static double[][] nearestRotation(double[][] matrix) {
        double[][] turn = matrix;
        double scale = 0;
        for (double[] row : turn) {
            for (double value : row) {
                scale = Math.max(scale, Math.abs(value));
            }
        }
        turn = combine(turn, 1 / scale, turn, 0);
        for (int i = 0; i < 30; i++) {
            turn = combine(turn, 0.5, inverseTransposed(turn), 0.5);
        }
        return turn;
    }

    private static double[][] combine(double[][] a, double fa, double[][] b, double fb) {
        double[][] sum = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                sum[row][column] = fa * a[row][column] + fb * b[row][column];
            }
        }
        return sum;
    }

    private static double[][] inverseTransposed(double[][] m) {
        double[][] cofactors = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r1 = (row + 1) % 3;
                int r2 = (row + 2) % 3;
                int c1 = (column + 1) % 3;
                int c2 = (column + 2) % 3;
                cofactors[row][column] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
        }
        double determinant = m[0][0] * cofactors[0][0] + m[0][1] * cofactors[0][1] + m[0][2] * cofactors[0][2];
        return combine(cofactors, 1 / determinant, cofactors, 0);
    }
}
