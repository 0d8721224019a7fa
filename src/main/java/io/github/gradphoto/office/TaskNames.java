package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The students' names for the cards of Tasklist: names are not process variables, and only for those who see the task. */
@RestController
class TaskNames {

    /** More than one page of Tasklist shows. */
    private static final int MOST = 200;

    private final StaffTasks tasks;
    private final Applications applications;
    private final Roster roster;

    TaskNames(StaffTasks tasks, Applications applications, Roster roster) {
        this.tasks = tasks;
        this.applications = applications;
        this.roster = roster;
    }

    @GetMapping("/office/tasks/names")
    ResponseEntity<Map<String, String>> names(@RequestParam String ids) {
        var wanted = Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(wanted.isEmpty() ? Map.of() : names(tasks.find(wanted)));
    }

    private Map<String, String> names(Iterable<StaffTask> found) {
        var numbers = new LinkedHashMap<String, String>();
        found.forEach(task -> numbers.put(task.id(), task.number()));
        numbers.values().removeIf(Objects::isNull);
        var cases = applications.byNumbers(numbers.values().stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Application::number, Function.identity()));
        Map<Long, Student> students =
                roster.byIds(cases.values().stream().map(Application::studentId).toList());
        var names = new LinkedHashMap<String, String>();
        numbers.forEach((task, number) ->
                names.put(task, students.get(cases.get(number).studentId()).name()));
        return names;
    }
}
