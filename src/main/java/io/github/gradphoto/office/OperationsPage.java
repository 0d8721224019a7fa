package io.github.gradphoto.office;

import io.github.gradphoto.operations.IncidentDigest;
import io.github.gradphoto.operations.Installation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the installation is: engine, jobs, outbox, disk and versions, with the ways to what helps. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_camunda-admin')")
class OperationsPage {

    private final Installation installation;
    private final IncidentDigest digest;

    OperationsPage(Installation installation, IncidentDigest digest) {
        this.installation = installation;
        this.digest = digest;
    }

    @GetMapping("/office/operations")
    String page(Model model) {
        model.addAttribute("now", installation.condition());
        model.addAttribute("readers", digest.recipients().size());
        model.addAttribute("hours", digest.hours());
        return "office/operations";
    }
}
