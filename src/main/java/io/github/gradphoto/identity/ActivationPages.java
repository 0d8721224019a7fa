package io.github.gradphoto.identity;

import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 联系方式不可用: 激活码, then a new mail address, then the code sent to it. Never tells whether a student exists. */
@StudentPage
class ActivationPages {

    private final Activation activation;
    private final StudentSession session;
    private final MessageSource texts;

    ActivationPages(Activation activation, StudentSession session, MessageSource texts) {
        this.activation = activation;
        this.session = session;
        this.texts = texts;
    }

    @GetMapping("/sign-in/activate")
    String form() {
        return "identity/activate";
    }

    @PostMapping("/sign-in/activate")
    String activate(
            @RequestParam(defaultValue = "") String studentNumber,
            @RequestParam(defaultValue = "") String idLastSix,
            @RequestParam(defaultValue = "") String activationCode,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var hint = new SignInHint(studentNumber, idLastSix);
        var digits = SignInHint.digits(activationCode);
        if (!hint.isComplete() || digits.isEmpty()) {
            return activateAgain("incomplete", hint, response, model);
        }
        var activated = activation.enter(hint, digits);
        if (activated.isEmpty()) {
            return activateAgain("wrong", hint, response, model);
        }
        activated.get().keep(request);
        return "redirect:/sign-in/contact";
    }

    private static String activateAgain(String why, SignInHint hint, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(why, true);
        model.addAttribute("studentNumber", hint.studentNumber());
        return "identity/activate";
    }

    @GetMapping("/sign-in/contact")
    String contactForm(HttpServletRequest request) {
        return Activated.kept(request) == null ? "redirect:/sign-in/activate" : "identity/contact";
    }

    @PostMapping("/sign-in/contact")
    String contact(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var who = Activated.kept(request);
        if (who == null) {
            return "redirect:/sign-in/activate";
        }
        try {
            activation.propose(who, email, phone);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute(
                    "refusal",
                    texts.getMessage(refusal.messageKey(), refusal.arguments(), LocaleContextHolder.getLocale()));
            model.addAttribute("email", email);
            model.addAttribute("phone", phone);
            return "identity/contact";
        }
        return "redirect:/sign-in/contact/code";
    }

    @GetMapping("/sign-in/contact/code")
    String codeForm(HttpServletRequest request) {
        return Activated.kept(request) == null ? "redirect:/sign-in/activate" : "identity/contact-code";
    }

    @PostMapping("/sign-in/contact/code")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var who = Activated.kept(request);
        if (who == null) {
            return "redirect:/sign-in/activate";
        }
        var student = activation.confirm(who, SignInHint.digits(code));
        if (student.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrongCode", true);
            return "identity/contact-code";
        }
        return "redirect:" + session.open(student.get(), request, response);
    }
}
