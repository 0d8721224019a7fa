package io.github.gradphoto.office;

import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says on a page why something was refused, and what to do. */
@ControllerAdvice(annotations = OfficePage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OfficeRefusals {

    private final MessageSource texts;

    OfficeRefusals(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    String refused(Refusal refusal, Model model, HttpServletResponse response) {
        return show(refusal.status(), refusal.messageKey(), refusal.arguments(), model, response);
    }

    @ExceptionHandler
    String refused(PictureRefusedException refusal, Model model, HttpServletResponse response) {
        return show(HttpStatus.UNPROCESSABLE_ENTITY, "photo.fault." + refusal.fault(), new Object[0], model, response);
    }

    /** Two people did the same thing at once: the other one was quicker. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    String overtaken(Model model, HttpServletResponse response) {
        return show(HttpStatus.CONFLICT, "office.overtaken", new Object[0], model, response);
    }

    private String show(HttpStatus status, String key, Object[] arguments, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("refusal", texts.getMessage(key, arguments, LocaleContextHolder.getLocale()));
        return "office/refused";
    }
}
