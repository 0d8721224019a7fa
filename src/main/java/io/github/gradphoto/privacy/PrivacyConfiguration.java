package io.github.gradphoto.privacy;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    /** @param generate only the demo and tests make their own keys; an installation brings keys that somebody keeps a copy of */
    @Bean
    Vault vault(
            @Value("${gradphoto.keys.directory}") Path directory,
            @Value("${gradphoto.keys.generate:false}") boolean generate) {
        if (generate) {
            KeyRing.createIfMissing(directory);
        }
        return new Vault(KeyRing.read(directory));
    }
}
