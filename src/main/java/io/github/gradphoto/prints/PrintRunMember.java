package io.github.gradphoto.prints;

/**
 * One student's prints in a run.
 *
 * @param place  in the order of the packing list, from 1
 * @param blobId the very picture
 */
public record PrintRunMember(
        long id,
        int place,
        String number,
        long blobId,
        String bagCode,
        DeliveryMethod method,
        Label label,
        State state) {

    /** How far it got. */
    public enum State {
        OPEN,
        /** reported as printed by this run */
        PRINTED,
        /** reported by somebody else, in Tasklist */
        ELSEWHERE,
        /** the picture is not the valid one any more, or the case is over: these prints must not be used */
        DROPPED,
        /** the run was given up before these were printed */
        RELEASED;

        /** Whether its sheet belongs into a download. */
        boolean isOnPaper() {
            return this == OPEN || this == PRINTED || this == ELSEWHERE;
        }
    }

    /** What is printed under the picture and on the bag, as the roster said when the run was put together. */
    public record Label(String studentNumber, String name, String className) {

        private static final String GAP = "\n";

        String joined() {
            return String.join(GAP, studentNumber, name, className);
        }

        static Label read(String joined) {
            var parts = joined.split(GAP, 3);
            return new Label(parts[0], parts[1], parts[2]);
        }

        public String caption() {
            return studentNumber + " " + name;
        }
    }
}
