package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import java.util.Set;
import org.springframework.ui.Model;

/** What the forms of some steps show beyond the head. */
interface TaskContent {

    Set<Step> steps();

    void show(StaffTask task, CaseHead head, Model model);
}
