package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WaitingCases;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.prints.TablePdf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 预备登记册: everybody who could collect today, with lines to sign; each class on pages of its own. */
@Component
class ReadyRegister {

    /** @param due what the desk has still to do; @param certificateNumber empty where the list does not say */
    record Line(Student student, String number, Step due, String certificateNumber) {}

    private final WaitingCases waiting;
    private final Applications applications;
    private final Roster roster;
    private final GraduationList list;
    private final MessageSource texts;

    ReadyRegister(
            WaitingCases waiting, Applications applications, Roster roster, GraduationList list, MessageSource texts) {
        this.waiting = waiting;
        this.applications = applications;
        this.roster = roster;
        this.list = list;
        this.texts = texts;
    }

    /** Name of each class in which somebody is ready, by its code. */
    Map<String, String> classes() {
        var classes = new TreeMap<String, String>();
        waiting.classes(DeskCases.STEPS).forEach(one -> classes.put(one.classCode(), one.className()));
        return classes;
    }

    /** @param classCode empty for all */
    List<Line> lines(String classCode) {
        var lines = new ArrayList<Line>();
        for (var step : DeskCases.STEPS) {
            var cases = applications.byNumbers(waiting.numbers(List.of(step), classCode, Integer.MAX_VALUE));
            var students =
                    roster.byIds(cases.stream().map(Application::studentId).toList());
            var entries = list.entriesOf(
                    students.values().stream().map(Student::studentNumber).toList());
            for (var one : cases) {
                var student = students.get(one.studentId());
                var entry = entries.get(student.studentNumber());
                lines.add(new Line(student, one.number(), step, entry == null ? "" : entry.certificateNumber()));
            }
        }
        lines.sort(Comparator.comparing((Line line) -> line.student().classCode())
                .thenComparing(line -> line.student().studentNumber()));
        return lines;
    }

    byte[] pdf(List<Line> lines, LocalDate today, Locale language) {
        var sections = new ArrayList<TablePdf.Section>();
        var classes = new TreeMap<String, List<Line>>();
        lines.forEach(line -> classes.computeIfAbsent(line.student().classCode(), code -> new ArrayList<>())
                .add(line));
        classes.values().forEach(some -> sections.add(section(some, today, language)));
        if (sections.isEmpty()) {
            sections.add(new TablePdf.Section(text("desk.ready.none", language), List.of()));
        }
        var words = new TablePdf.Words(
                text("desk.ready.title", language),
                texts.getMessage("print.page", null, language),
                text("desk.ready.clerk", language));
        return TablePdf.onItsSide(columns(language)).pdf(words, sections);
    }

    private TablePdf.Section section(List<Line> lines, LocalDate today, Locale language) {
        var rows = new ArrayList<List<String>>();
        for (var line : lines) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    line.student().name(),
                    line.student().studentNumber(),
                    line.certificateNumber(),
                    text("desk.ready.due." + line.due(), language),
                    "□",
                    "□",
                    "",
                    ""));
        }
        var subtitle = texts.getMessage(
                "desk.ready.subtitle",
                new Object[] {lines.get(0).student().className(), today.toString(), lines.size()},
                language);
        return new TablePdf.Section(subtitle, rows);
    }

    private List<TablePdf.Column> columns(Locale language) {
        return List.of(
                new TablePdf.Column(text("print.place", language), 32),
                new TablePdf.Column(text("field.NAME", language), 90),
                new TablePdf.Column(text("field.STUDENT_NUMBER", language), 100),
                new TablePdf.Column(text("office.desk.certificateNumber", language), 130),
                new TablePdf.Column(text("desk.ready.due", language), 110),
                new TablePdf.Column(text("desk.ready.checked", language), 58),
                new TablePdf.Column(text("desk.ready.printMissing", language), 50),
                new TablePdf.Column(text("desk.ready.signature", language), 110),
                new TablePdf.Column(text("desk.ready.proxy", language), 90));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
