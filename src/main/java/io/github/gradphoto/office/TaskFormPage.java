package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The fragment that Tasklist's one form loads for a task. */
@OfficePage
class TaskFormPage {

    private final OfficeTasks tasks;
    private final CaseHeads heads;
    private final Map<Step, TaskContent> contents = new EnumMap<>(Step.class);

    TaskFormPage(OfficeTasks tasks, CaseHeads heads, List<TaskContent> contents) {
        this.tasks = tasks;
        this.heads = heads;
        contents.forEach(content -> content.steps().forEach(step -> this.contents.put(step, content)));
    }

    @GetMapping("/office/tasks/{taskId}/form")
    String form(@PathVariable String taskId, Model model, HttpServletResponse response) {
        var task = tasks.open(taskId);
        var head = task.number() == null ? null : heads.of(task.number(), task.step());
        model.addAttribute("task", task);
        model.addAttribute("head", head);
        contents.get(task.step()).show(task, head, model);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noStore().cachePrivate().getHeaderValue());
        return template(task.step());
    }

    /** REVIEW_PHOTO → office/task/review-photo */
    static String template(Step step) {
        return "office/task/" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
