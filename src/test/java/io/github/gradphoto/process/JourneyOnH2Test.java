package io.github.gradphoto.process;

class JourneyOnH2Test extends JourneyTest {}
