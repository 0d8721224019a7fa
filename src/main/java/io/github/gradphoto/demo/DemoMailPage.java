package io.github.gradphoto.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The demo's mailbox, and the switch of its mail server. */
@Controller
@Profile("demo")
@RequestMapping("/demo/mail")
class DemoMailPage {

    private static final int LONGEST_LIST = 100;

    private final DemoMailbox mailbox;
    private final MailOutage outage;

    DemoMailPage(DemoMailbox mailbox, MailOutage outage) {
        this.mailbox = mailbox;
        this.outage = outage;
    }

    @GetMapping
    String list(@RequestParam(required = false) String refresh, CsrfToken csrf, Model model) {
        csrf.getToken(); // starts the session now: the form stands so late on the page that its head may be sent by
        // then
        model.addAttribute("mails", mailbox.newest(LONGEST_LIST));
        model.addAttribute("code", mailbox.newestSignInCode().orElse(null));
        model.addAttribute("outage", outage.isAny());
        model.addAttribute("refresh", refresh != null);
        return "demo/mails";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable long id, Model model) {
        var mail = mailbox.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", mail);
        return "demo/mail";
    }

    @PostMapping("/server")
    String switchServer(@RequestParam boolean on) {
        if (on) {
            outage.end();
        } else {
            outage.begin(MailOutage.EVERYBODY);
        }
        return "redirect:/demo/mail";
    }
}
