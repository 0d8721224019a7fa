package io.github.gradphoto.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.process.College;
import io.github.gradphoto.registration.RegistrationRuns;
import io.github.gradphoto.registration.RegistryList;
import io.github.gradphoto.registration.RunItem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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

    @Autowired
    private Applications applications;

    @Autowired
    private Roster roster;

    @Autowired
    private RegistryList comparisons;

    @Autowired
    private RegistrationRuns runs;

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

    @Test
    void thePagesOfTheMailRoomAndTheDeskCountInTheDatabase() throws Exception {
        college.publish(terms -> terms);
        var pages = Map.of(
                "/office/prints", StaffGroup.MAILROOM,
                "/office/prints/courier", StaffGroup.MAILROOM,
                "/office/prints/pickup", StaffGroup.MAILROOM,
                "/office/certificates/paper", StaffGroup.CERTIFICATE_DESK,
                "/office/registration", StaffGroup.REGISTRAR,
                "/office/registration/open?part=CONFIRMATION", StaffGroup.REGISTRAR);
        printsOfAllKinds();
        var few = new HashMap<String, Integer>();
        for (var page : pages.entrySet()) {
            statements(page.getKey(), page.getValue()); // what is asked once and remembered
            few.put(page.getKey(), statements(page.getKey(), page.getValue()));
        }
        for (int i = 0; i < 3; i++) {
            printsOfAllKinds();
        }
        for (var page : pages.entrySet()) {
            assertThat(statements(page.getKey(), page.getValue()))
                    .as(page.getKey())
                    .isEqualTo(few.get(page.getKey()));
        }
    }

    private void printsOfAllKinds() {
        college.registered(CollectionType.CENTRAL);
        college.registered(CollectionType.CENTRAL).print(College.MAILROOM);
        college.registered(CollectionType.INDIVIDUAL).print(College.MAILROOM);
    }

    /** The registry's list is a cumulative one: from its second import on nearly all rows are settled. */
    @Test
    void aListWhoseRowsAreSettledAsksForAllOfThemAtOnce() {
        college.publish(terms -> terms);
        var list = new StringBuilder("学号,bz\n");
        int rows = 0;
        int before = 0;
        for (int size : new int[] {2, 6}) {
            for (; rows < size; rows++) {
                var driven = college.registered(CollectionType.CENTRAL);
                var student = roster.byId(applications.byNumber(driven.number()).studentId());
                list.append(student.studentNumber()).append(",通过\n");
            }
            CountedStatements.reset();
            var run = comparisons.upload(list.toString().getBytes(StandardCharsets.UTF_8), College.REGISTRAR);
            int statements = CountedStatements.count() - rows; // each row is kept
            assertThat(runs.counts(run)).isEqualTo(Map.of(RunItem.State.ALREADY, rows));
            if (before > 0) {
                assertThat(statements).isEqualTo(before);
            }
            before = statements;
        }
    }

    private int statements(String address) throws Exception {
        return statements(address, StaffGroup.REGISTRAR);
    }

    private int statements(String address, StaffGroup group) throws Exception {
        CountedStatements.reset();
        var answer = web.perform(get(address)
                        .with(user(College.REGISTRAR)
                                .authorities(AuthorityUtils.createAuthorityList("ROLE_STAFF", group.authority()))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return CountedStatements.count();
    }
}
