package io.github.gradphoto.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** How many statements the pages of many cases need: as many for one case as for twenty thousand. */
@GradPhotoTest
@Import({College.class, CountedStatements.class})
class StatementsTest {

    /** Whether the account of who asks is closed. */
    private static final int SIGNED_IN = 1;

    /** The notices, six for everybody, one for the times of the steps where they are not known yet. */
    private static final int PROGRESS = 8 + SIGNED_IN;

    @Autowired
    private MockMvc web;

    @Autowired
    private College.Cases college;

    @Test
    void theProgressPageNeedsAHandfulHoweverManyCasesThereAre() throws Exception {
        college.publish(terms -> terms);
        college.enrol();
        college.withCode(CollectionType.CENTRAL);
        assertThat(statements("/office/progress")).isEqualTo(PROGRESS);
        for (int i = 0; i < 12; i++) {
            college.withCode(CollectionType.CENTRAL);
        }
        college.inReview(CollectionType.CENTRAL);
        assertThat(statements("/office/progress")).isEqualTo(PROGRESS - 1);
        assertThat(statements("/office/progress?late=true&forecast=LATE")).isEqualTo(PROGRESS - 1);
        assertThat(statements("/office/progress/students.csv")).isEqualTo(PROGRESS - 1);
        assertThat(statements("/office/roster")).isEqualTo(1 + SIGNED_IN);
    }

    private int statements(String address) throws Exception {
        CountedStatements.reset();
        var answer = web.perform(get(address)
                        .with(user(College.REGISTRAR)
                                .authorities(AuthorityUtils.createAuthorityList(
                                        "ROLE_STAFF", StaffGroup.REGISTRAR.authority()))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return CountedStatements.count();
    }
}
