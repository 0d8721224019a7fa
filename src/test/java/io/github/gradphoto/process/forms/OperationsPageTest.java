package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.ProcessIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator sees how the installation is; nobody else does. */
class OperationsPageTest extends OfficeTest {

    private static final Staff ADMINISTRATOR = new Staff("admin1", StaffGroup.ADMINISTRATOR);

    @Autowired
    private ManagementService management;

    @Test
    void onlyAdministratorsSeeIt() throws Exception {
        for (var group : StaffGroup.values()) {
            assertThat(see(new Staff("nobody-" + group.id(), group), "/office/operations")
                            .getStatus())
                    .isEqualTo(group == StaffGroup.ADMINISTRATOR ? 200 : 403);
        }
    }

    @Test
    void aFailedStepIsNamedInTheReadersLanguageWithTheWayToCockpit() throws Exception {
        cases.at(Step.REVIEW_PHOTO);
        var message = management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.SEND_MESSAGE)
                .listPage(0, 1)
                .get(0);
        management.setJobRetries(message.getId(), 0);

        assertThat(page(Locale.CHINESE))
                .contains("发送消息", "消息发送", "#/gradphoto?view=failed", "有需要处理的情况")
                .contains("任务执行器", "已停止"); // in tests nothing runs by itself
        assertThat(page(Locale.ENGLISH)).contains("Deliver message", "Sending a message", "stopped");
    }

    @Test
    void theVersionsAreThoseThatRun() throws Exception {
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(page(language))
                    .contains("Camunda 7.", Runtime.version().toString(), "H2 2.", "Operaton")
                    .doesNotContain("??");
        }
    }

    private String page(Locale language) throws Exception {
        return see(ADMINISTRATOR, language, "/office/operations").getContentAsString(StandardCharsets.UTF_8);
    }
}
