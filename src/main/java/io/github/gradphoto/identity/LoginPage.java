package io.github.gradphoto.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 登录 for staff; the form is taken in by the security chain. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String form() {
        return "identity/login";
    }
}
