package io.github.gradphoto.photo;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the browser needs to find a face is 2 MB: a phone keeps it, instead of loading it with each visit. */
@Configuration(proxyBeanMethods = false)
class FaceFinderFiles implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofDays(30);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/face-api/**")
                .addResourceLocations("classpath:/static/face-api/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
    }
}
