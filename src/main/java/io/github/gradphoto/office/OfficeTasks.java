package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens a task for the person who is signed in; what they may not see is not there. */
@Component
class OfficeTasks {

    private final StaffTasks tasks;

    OfficeTasks(StaffTasks tasks) {
        this.tasks = tasks;
    }

    /** @throws Refusal noTask */
    StaffTask open(String taskId) {
        return tasks.find(taskId)
                .filter(task -> (task.number() != null || task.step().isWithoutCase())
                        && !task.step().isStudents())
                .orElseThrow(() -> Refusal.notFound("noTask"));
    }

    /** @throws Refusal noTask, also where the task is of another step */
    StaffTask open(String taskId, Set<Step> steps) {
        var task = open(taskId);
        if (!steps.contains(task.step())) {
            throw Refusal.notFound("noTask");
        }
        return task;
    }
}
