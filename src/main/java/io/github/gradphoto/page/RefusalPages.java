package io.github.gradphoto.page;

import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Explains what a student's page refused: a step that is not open any more, a second tab, a deadline that has passed. */
@ControllerAdvice(annotations = StudentPage.class)
class RefusalPages {

    private static final String A_WHILE = "10"; // seconds

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, A_WHILE);
        }
        return page(refusal);
    }

    /** Two requests did the same thing at once: the other one was quicker. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ModelAndView overtaken() {
        return page(Refusal.conflict("changedMeanwhile"));
    }

    private static ModelAndView page(Refusal refusal) {
        var page = new ModelAndView(
                "page/refused", HttpStatus.valueOf(refusal.status().value()));
        page.addObject("messageKey", refusal.messageKey());
        page.addObject("arguments", refusal.arguments());
        return page;
    }
}
