package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What tests of the student's pages share: requests as a signed-in student, and a look at whether data changed. */
@GradPhotoTest
@Import(College.class)
abstract class PageTest {

    private static final String[] TABLES = {
        "student",
        "application",
        "dispute",
        "collection_code",
        "fee_order",
        "refund",
        "photo",
        "review",
        "registration",
        "reverification",
        "delivery",
        "print_set",
        "parcel",
        "outbox"
    };

    @Autowired
    MockMvc web;

    @Autowired
    College.Cases cases;

    @Autowired
    Applications applications;

    @Autowired
    Roster roster;

    @Autowired
    JdbcTemplate jdbc;

    Notice notice;

    @BeforeEach
    void notice() {
        notice = cases.publish(terms -> terms);
    }

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    Student studentOf(DrivenCase driven) {
        return roster.byId(applications.byNumber(driven.number()).studentId());
    }

    MockHttpServletRequestBuilder open(String page, Student student) {
        return get(page).with(authentication(as(student)));
    }

    /** What a page that opens shows. */
    String page(String address, Student student) throws Exception {
        return web.perform(open(address, student))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    MockHttpServletRequestBuilder send(String page, Student student) {
        return post(page).with(authentication(as(student))).with(csrf());
    }

    MockMultipartHttpServletRequestBuilder upload(String page, String field, byte[] content, Student student) {
        return (MockMultipartHttpServletRequestBuilder) multipart(page)
                .file(new MockMultipartFile(field, "picture.jpg", "image/jpeg", content))
                .with(authentication(as(student)))
                .with(csrf());
    }

    static UsernamePasswordAuthenticationToken as(Student student) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new StudentUser(student.id(), student.studentNumber()),
                null,
                AuthorityUtils.createAuthorityList("ROLE_STUDENT"));
    }

    /** Sends what must be refused: the status is right, the page says why, and no data changed. */
    String refused(int status, String text, MockHttpServletRequestBuilder request) throws Exception {
        return refusedAny(status, text, request);
    }

    String refused(int status, String text, MockMultipartHttpServletRequestBuilder request) throws Exception {
        return refusedAny(status, text, request);
    }

    private String refusedAny(int status, String text, RequestBuilder request) throws Exception {
        var before = data();
        var page = web.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(text).contains("tel:0838-0000000");
        assertThat(data()).isEqualTo(before);
        return page;
    }

    /** Rows and their versions, and the steps that wait. */
    String data() {
        return Stream.concat(
                        Stream.of(TABLES)
                                .map(table -> table + "="
                                        + jdbc.queryForMap(
                                                "select count(*) as c, coalesce(sum(version), 0) as v from " + table)),
                        Stream.of(
                                "blobs=" + count("photo_blob"),
                                "consents=" + count("consent"),
                                "confirmations=" + count("registry_confirmation"),
                                "tasks=" + jdbc.queryForList("select id_ from act_ru_task order by id_")))
                .collect(Collectors.joining("\n"));
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }
}
