package io.github.gradphoto.office;

import io.github.gradphoto.operations.Installation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the installation is: engine, jobs, outbox, disk and versions, with the ways to what helps. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_camunda-admin')")
class OperationsPage {

    private final Installation installation;

    OperationsPage(Installation installation) {
        this.installation = installation;
    }

    @GetMapping("/office/operations")
    String page(Model model) {
        model.addAttribute("now", installation.condition());
        return "office/operations";
    }
}
