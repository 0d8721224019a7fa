package io.github.gradphoto.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** What the engine answers has the names of the reader's language, and is otherwise as it was. */
class LanguageFilterTest {

    private static final String TASKS = """
            {"_embedded":{"task":[{"id":"7","name":"审核照片","taskDefinitionKey":"reviewPhoto"},
            {"id":"8","name":"别的","taskDefinitionKey":"somethingElse"}],
            "processDefinition":[{"key":"graduatePhoto","name":"毕业生电子图像采集"}],
            "identityLink":[{"groupId":"reviewer","_embedded":{"group":[{"id":"reviewer","name":"照片审核"}]}}]},"count":2}""";

    @Test
    void namesAreInTheReadersLanguage() throws Exception {
        var english = answer(Locale.ENGLISH, "/camunda/api/engine/engine/default/task", TASKS);
        assertThat(english)
                .contains("\"name\":\"Review the photo\"", "\"name\":\"Graduate photo\"", "\"name\":\"Reviewer\"")
                .contains("别的", "\"count\":2")
                .doesNotContain("审核照片");
        assertThat(answer(Locale.CHINESE, "/camunda/api/engine/engine/default/task", TASKS))
                .contains("审核照片", "毕业生电子图像采集", "审核老师");
    }

    @Test
    void listsAndTheirColumnsHaveTheirWords() throws Exception {
        var filter = """
                [{"id":"1","resourceType":"Task","name":"overdue",
                "properties":{"variables":[{"name":"classCode","label":"classCode"}]}},
                {"id":"2","resourceType":"Task","name":"reviewPhoto"},{"id":"3","resourceType":"Task","name":"自己建的"}]""";
        assertThat(answer(Locale.CHINESE, "/camunda/api/engine/engine/default/filter", filter))
                .contains("已逾期", "\"label\":\"班级\"", "审核照片", "自己建的");
        assertThat(answer(Locale.ENGLISH, "/camunda/api/engine/engine/default/filter", filter))
                .contains("Overdue", "\"label\":\"Class\"", "Review the photo", "自己建的");
    }

    @Test
    void whatIsNoListOfNamesIsLeftAlone() throws Exception {
        var variable = "{\"name\":\"审核照片\",\"taskDefinitionKey\":\"reviewPhoto\" }";
        assertThat(answer(Locale.ENGLISH, "/camunda/api/engine/engine/default/variable-instance", variable))
                .isEqualTo(variable);
        assertThat(answer(Locale.ENGLISH, "/camunda/api/engine/engine/default/process-definition/x/xml", variable))
                .isEqualTo(variable);
    }

    private static String answer(Locale language, String address, String body) throws Exception {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/office", "messages/tasklist");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var engine = new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.setContentType("application/hal+json");
                response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
        };
        var filter = new LanguageFilter(texts, new ObjectMapper(), new FixedLocaleResolver(language));
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", address);
        new MockFilterChain(engine, filter).doFilter(request, response);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
