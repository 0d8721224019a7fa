package io.github.gradphoto.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration implements WebMvcConfigurer {

    private final int picturesPerMinute;

    LimitConfiguration(@Value("${gradphoto.pictures.per-minute:20}") int picturesPerMinute) {
        this.picturesPerMinute = picturesPerMinute;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PictureLimit(picturesPerMinute)).addPathPatterns(PictureLimit.GUARDED);
    }
}
