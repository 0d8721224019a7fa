package io.github.gradphoto.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the demo adds: its driver, and the lock on its pages. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Import(CaseDriver.class)
class DemoConfiguration implements WebMvcConfigurer {

    private final boolean open;

    /** @param open true shows the demo's pages, with all passwords and codes, to everybody who reaches the server */
    DemoConfiguration(@Value("${gradphoto.demo.open:false}") boolean open) {
        this.open = open;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (!open) {
            registry.addInterceptor(new LoopbackOnly()).addPathPatterns("/demo", "/demo/**");
        }
    }
}
