package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.gradphoto.page.Brand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Name, colour and logo of the college come from the configuration; a wrong one stops the start, not the pages. */
class BrandTest extends OfficeTest {

    @Test
    void pagesAndTasklistAskForTheSameBrandAndLanguage() throws Exception {
        assertThat(seen("/brand/brand.css", "zh")).contains("--brand: #2f5f9e");
        assertThat(seen("/brand/webapp.json", "zh-CN")).contains("\"language\":\"zh\"", "毕业生电子图像采集");
        assertThat(seen("/brand/webapp.json", "en-GB")).contains("\"language\":\"en\"", "Graduate photos");
        assertThat(seen("/brand/logo", "zh")).contains("<svg");
        assertThat(see(Staff.REVIEWER, "/office").getContentAsString()).contains("/brand/brand.css", "/brand/logo");
    }

    private String seen(String address, String language) throws Exception {
        return web.perform(get(address).header("Accept-Language", language))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void nonsenseIsRefused(@TempDir Path folder) throws Exception {
        var logo = Files.writeString(folder.resolve("logo.svg"), "<svg/>");
        assertThat(new Brand("某学院", "#AABBCC", logo.toString()).name()).isEqualTo("某学院");
        assertThatThrownBy(() -> new Brand("", "red; } * { display: none", "")).hasMessageContaining("colour");
        assertThatThrownBy(() ->
                        new Brand("", "#2f5f9e", folder.resolve("none.png").toString()))
                .hasMessageContaining("logo");
        assertThatThrownBy(() -> new Brand("", "#2f5f9e", "/etc/passwd")).hasMessageContaining("logo");
    }
}
