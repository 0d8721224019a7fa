package io.github.gradphoto.process.forms;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of the staff's side share. */
@GradPhotoTest
@Import({College.class, StaffCases.class})
abstract class OfficeTest {

    @Autowired
    MockMvc web;

    @Autowired
    College.Cases college;

    @Autowired
    StaffCases cases;

    @Autowired
    Applications applications;

    @Autowired
    Roster roster;

    @BeforeEach
    void notice() {
        college.publish(terms -> terms);
    }

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    Application application(DrivenCase driven) {
        return applications.byNumber(driven.number());
    }

    Student student(DrivenCase driven) {
        return roster.byId(application(driven).studentId());
    }

    MockHttpServletResponse see(Staff who, String address) throws Exception {
        return see(who, Locale.CHINESE, address);
    }

    MockHttpServletResponse see(Staff who, Locale language, String address) throws Exception {
        return web.perform(get(address).with(who.signedIn()).header("Accept-Language", language.toLanguageTag()))
                .andReturn()
                .getResponse();
    }
}
