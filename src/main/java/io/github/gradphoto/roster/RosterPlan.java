package io.github.gradphoto.roster;

import java.util.List;

/** @param work lines that add or change something */
record RosterPlan(RosterPreview preview, List<RosterLine> work) {}
