package io.github.gradphoto.identity;

import io.github.gradphoto.notice.Roster;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Chinese unless somebody chose English, or has a browser that asks for English and not for Chinese. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private final Roster roster;

    LanguageConfiguration(Roster roster) {
        this.roster = roster;
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("GRADPHOTO-LANG");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> {
            for (var wish : Collections.list(request.getLocales())) {
                if (request.getHeader("Accept-Language") != null && isSpoken(wish.getLanguage())) {
                    return Locale.forLanguageTag(wish.getLanguage());
                }
            }
            return Locale.CHINESE;
        });
        return resolver;
    }

    static boolean isSpoken(String language) {
        return "zh".equals(language) || "en".equals(language);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch(roster));
    }
}
