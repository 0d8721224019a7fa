package io.github.gradphoto.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** 影响评估 and 告知书 say what the product does: their periods are those of the configuration. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/docs/templates");

    /** Settings, and a word of the row that tells of each. */
    private static final List<List<String>> ROWS = List.of(
            List.of("codes", "登录验证码"),
            List.of("messages", "正文和收件人"),
            List.of("withdrawn", "撤回"),
            List.of("unfinished", "截止后关闭"),
            List.of("refused", "采集范围"),
            List.of("finished", "已办结的申请"),
            List.of("roster", "发证名单"));

    @Test
    void thePeriodsAreThoseOfTheConfiguration() throws IOException {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var properties = yaml.getObject();
        for (var file : List.of("个人信息处理告知书.md", "个人信息保护影响评估.md")) {
            var lines = Files.readAllLines(TEMPLATES.resolve(file));
            for (var row : ROWS) {
                var days = Period.parse(properties.getProperty("gradphoto.retention." + row.get(0)))
                        .getDays();
                assertThat(lines)
                        .as("%s: %s", file, row.get(1))
                        .anyMatch(line -> line.startsWith("|")
                                && line.contains(row.get(1))
                                && line.replace(" ", "").matches(".*\\D" + days + "天.*"));
            }
        }
    }
}
