package io.github.gradphoto.demo;

import io.github.gradphoto.notice.Notices;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a newcomer starts: the tour, the accounts, the students. */
@Controller
@Profile("demo")
class DemoPage {

    private final DemoStudents students;
    private final DemoSeeder seeder;
    private final DemoMailbox mailbox;
    private final MailOutage outage;
    private final Notices notices;

    DemoPage(DemoStudents students, DemoSeeder seeder, DemoMailbox mailbox, MailOutage outage, Notices notices) {
        this.students = students;
        this.seeder = seeder;
        this.mailbox = mailbox;
        this.outage = outage;
        this.notices = notices;
    }

    @GetMapping("/demo")
    String start(Model model) {
        var groups = students.byStage();
        var fresh = groups.remove(DemoStudents.NEW);
        model.addAttribute("preparing", !seeder.isDone());
        var notice = notices.current();
        model.addAttribute("notice", notice.orElse(null));
        model.addAttribute("failing", notice.flatMap(students::withFailingMail).orElse(null));
        model.addAttribute("groups", groups);
        model.addAttribute("fresh", fresh);
        model.addAttribute("newcomer", fresh == null ? null : fresh.get(0));
        model.addAttribute("accounts", DemoAccounts.ALL);
        model.addAttribute("password", DemoAccounts.PASSWORD);
        model.addAttribute("code", mailbox.newestSignInCode().orElse(null));
        model.addAttribute("outage", outage.isAny());
        return "demo/start";
    }
}
