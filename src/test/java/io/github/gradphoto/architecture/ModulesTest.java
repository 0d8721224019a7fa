package io.github.gradphoto.architecture;

import io.github.gradphoto.GradPhoto;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** No cycles between features, and nobody reaches into a sub-package of another. */
class ModulesTest {

    @Test
    void featuresFormNoCycle() {
        ApplicationModules.of(GradPhoto.class).verify();
    }
}
