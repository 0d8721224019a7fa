package io.github.gradphoto.office;

import io.github.gradphoto.application.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a notice, or of one class in it.
 *
 * @param perPhase how many running cases stand where
 * @param waiting  running cases that wait for nobody
 */
record Figures(
        String name,
        int total,
        int applied,
        int finished,
        int ended,
        int late,
        int waiting,
        Map<Phase, Integer> perPhase) {

    static Figures of(String name, Collection<StudentProgress> students) {
        var perPhase = new EnumMap<Phase, Integer>(Phase.class);
        for (var phase : Phase.values()) {
            perPhase.put(phase, 0);
        }
        students.stream()
                .filter(student -> student.state() == StudentProgress.State.RUNNING && student.phase() != null)
                .forEach(student -> perPhase.merge(student.phase(), 1, Integer::sum));
        int waiting = count(students, StudentProgress.State.RUNNING, StudentProgress.State.WAITING)
                - perPhase.values().stream().mapToInt(Integer::intValue).sum();
        return new Figures(
                name,
                students.size(),
                students.size() - count(students, StudentProgress.State.NOT_APPLIED),
                count(students, StudentProgress.State.COLLECTED),
                count(
                        students,
                        StudentProgress.State.REFUSED,
                        StudentProgress.State.REGISTRATION_FAILED,
                        StudentProgress.State.ENDED),
                (int) students.stream()
                        .filter(student -> student.light() == StudentProgress.Light.RED)
                        .count(),
                waiting,
                perPhase);
    }

    /** In the order of the class codes. */
    static List<Figures> perClass(Collection<StudentProgress> students) {
        var classes = new TreeMap<String, List<StudentProgress>>();
        students.forEach(student -> classes.computeIfAbsent(student.student().classCode(), code -> new ArrayList<>())
                .add(student));
        return classes.values().stream()
                .map(members -> of(members.get(0).student().className(), members))
                .toList();
    }

    /** For the sheet of a large college. */
    static List<Figures> perDepartment(Collection<StudentProgress> students) {
        var departments = new TreeMap<String, List<StudentProgress>>();
        students.forEach(student -> departments
                .computeIfAbsent(student.student().department(), name -> new ArrayList<>())
                .add(student));
        return departments.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int count(Collection<StudentProgress> students, StudentProgress.State... states) {
        return (int) students.stream()
                .filter(student -> List.of(states).contains(student.state()))
                .count();
    }

    public int running() {
        return applied - finished - ended;
    }

    public int notApplied() {
        return total - applied;
    }

    /** Of 100, for a bar. */
    public int share(int part) {
        return total == 0 ? 0 : Math.round(100f * part / total);
    }

    public int shareOfRunning(int part) {
        return running() == 0 ? 0 : Math.round(100f * part / running());
    }
}
