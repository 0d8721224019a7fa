package io.github.gradphoto.demo;

/** What the simulated collection codes hold. Real ones are encrypted; these say openly whose they are. */
final class DemoCodes {

    private DemoCodes() {}

    static String payload(String studentNumber) {
        return SimulatedCode.PREFIX + studentNumber;
    }
}
