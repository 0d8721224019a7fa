package io.github.gradphoto.page;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads of this process go to its own folder. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    UploadDirectory uploadDirectory() throws IOException {
        var all = "gradphoto-uploads-" + System.getProperty("user.name").replaceAll("\\W", "_");
        return UploadDirectory.in(Path.of(System.getProperty("java.io.tmpdir"), all));
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    MultipartConfigElement multipartConfig(MultipartProperties properties, UploadDirectory directory) {
        properties.setLocation(directory.path().toAbsolutePath().toString());
        return properties.createMultipartConfig();
    }
}
