package io.github.gradphoto.identity;

import io.github.gradphoto.page.StudentPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 登录: number and last six of the ID, then the code from the mail. The pages never tell whether a student exists. */
@StudentPage
class SignInPages {

    private final StudentSignIn signIn;
    private final StudentSession session;

    SignInPages(StudentSignIn signIn, StudentSession session) {
        this.signIn = signIn;
        this.session = session;
    }

    @GetMapping("/sign-in")
    String form(
            @AuthenticationPrincipal Object who, @RequestParam(required = false) String studentNumber, Model model) {
        model.addAttribute("studentNumber", studentNumber);
        return who instanceof StudentUser ? "redirect:/my" : "identity/sign-in";
    }

    @PostMapping("/sign-in")
    String requestCode(
            @RequestParam(defaultValue = "") String studentNumber,
            @RequestParam(defaultValue = "") String idLastSix,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var hint = new SignInHint(studentNumber, idLastSix);
        if (!hint.isComplete()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("incomplete", true);
            model.addAttribute("studentNumber", hint.studentNumber());
            return "identity/sign-in";
        }
        signIn.requestCode(hint.studentNumber(), hint.idLastSix());
        hint.keep(request);
        flash.addFlashAttribute("codeRequested", true);
        return "redirect:/sign-in/code";
    }

    @GetMapping("/sign-in/code")
    String codeForm(HttpServletRequest request) {
        return SignInHint.kept(request) == null ? "redirect:/sign-in" : "identity/code";
    }

    @PostMapping("/sign-in/code")
    String enterCode(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var hint = SignInHint.kept(request);
        if (hint == null) {
            return "redirect:/sign-in";
        }
        var digits = SignInHint.digits(code);
        var student = signIn.signIn(hint.studentNumber(), hint.idLastSix(), digits);
        if (student.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrongCode", true);
            return "identity/code";
        }
        return "redirect:" + session.open(student.get(), request, response);
    }
}
