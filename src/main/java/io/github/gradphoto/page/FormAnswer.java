package io.github.gradphoto.page;

import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What a page answers to its form: done, and on to the next page; or wrong input, and the same page again with the
 * reason (422). Every other refusal is left to {@link RefusalPages}.
 */
@Component
public class FormAnswer {

    /** What the form asks for. */
    @FunctionalInterface
    public interface Deed {
        void run() throws IOException;
    }

    private final MessageSource texts;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    FormAnswer(MessageSource texts, HttpServletRequest request, HttpServletResponse response) {
        this.texts = texts;
        this.request = request;
        this.response = response;
    }

    /** The deed, and then back to "my", where the next step is; or {@code again}, which shows the form with what was typed. */
    public String to(Deed deed, Model model, Supplier<String> again) throws IOException {
        return to(deed, model, again, () -> "redirect:/my");
    }

    /** The deed, and then on to {@code next}. */
    public String to(Deed deed, Model model, Supplier<String> again, Supplier<String> next) throws IOException {
        try {
            deed.run();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute(
                    "refusal",
                    texts.getMessage(refusal.messageKey(), refusal.arguments(), LocaleContextHolder.getLocale()));
            return again.get();
        }
        RequestContextUtils.getOutputFlashMap(request).put("done", true);
        return next.get();
    }
}
