package io.github.gradphoto.portal;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.certificate.Proxy;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.page.Upload;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 委托他人代领毕业证书: who comes, and the signed letter. */
@StudentPage
class ProxyPage {

    private final OwnApplication own;
    private final Proxies proxies;
    private final EvidenceFile evidence;
    private final FormAnswer answer;

    ProxyPage(OwnApplication own, Proxies proxies, EvidenceFile evidence, FormAnswer answer) {
        this.own = own;
        this.proxies = proxies;
        this.evidence = evidence;
        this.answer = answer;
    }

    @GetMapping("/my/proxy")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        var application = own.of(me);
        return application.isRunning()
                ? form(me, proxies.of(application.number()).orElse(new Proxy("", "")), model)
                : "redirect:/my";
    }

    private String form(StudentUser me, Proxy typed, Model model) {
        var number = own.number(me);
        model.addAttribute("typed", typed);
        model.addAttribute("named", proxies.of(number).isPresent());
        model.addAttribute("letters", proxies.letters(number));
        return "portal/proxy";
    }

    @PostMapping("/my/proxy")
    String name(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String lastFour,
            @RequestParam(required = false) MultipartFile letter,
            Model model)
            throws IOException {
        return answer.to(
                () -> {
                    own.of(me).ensureRunning();
                    var picture = Upload.isGiven(letter) ? evidence.prepare(letter.getBytes()) : null;
                    proxies.name(own.number(me), name, lastFour, picture);
                },
                model,
                () -> form(me, new Proxy(name, lastFour), model));
    }

    @PostMapping("/my/proxy/revoke")
    String revoke(@AuthenticationPrincipal StudentUser me, Model model) throws IOException {
        return answer.to(() -> proxies.revoke(own.number(me)), model, () -> show(me, model));
    }

    /** A page that the form left behind, loaded anew. */
    @GetMapping("/my/proxy/revoke")
    String again() {
        return "redirect:/my/proxy";
    }
}
