package io.github.gradphoto.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class OfficeRefusalsTest {

    @BeforeEach
    void chinese() {
        LocaleContextHolder.setLocale(Locale.CHINESE);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whoWasTheSlowerOfTwoIsToldAndSeesNoFault() {
        var handlers = new ExceptionHandlerMethodResolver(OfficeRefusals.class);
        for (var lost : List.of(
                new CannotAcquireLockException("lock"),
                new DuplicateKeyException("key"),
                new ObjectOptimisticLockingFailureException("set", 1))) {
            assertThat(handlers.resolveMethod(lost).getName()).isEqualTo("overtaken");
        }
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/office");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var answer = new MockHttpServletResponse();
        var model = new ExtendedModelMap();
        assertThat(new OfficeRefusals(texts).overtaken(model, answer)).isEqualTo("office/refused");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(model.get("refusal")).asString().contains("刚才有人");
    }
}
