package io.github.gradphoto.process.forms;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.College;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Staff who sign in to our own pages, and whose work a step is. */
record Staff(String username, StaffGroup group) {

    static final Staff REVIEWER = new Staff(College.REVIEWER, StaffGroup.REVIEWER);
    static final Staff HEAD = new Staff(College.HEAD, StaffGroup.HEAD_REVIEWER);
    static final Staff REGISTRAR = new Staff(College.REGISTRAR, StaffGroup.REGISTRAR);
    static final Staff BURSAR = new Staff(College.BURSAR, StaffGroup.BURSAR);
    static final Staff MAILROOM = new Staff(College.MAILROOM, StaffGroup.MAILROOM);
    static final Staff DESK = new Staff(College.DESK, StaffGroup.CERTIFICATE_DESK);

    static Staff teacher(String username) {
        return new Staff(username, StaffGroup.CLASS_TEACHER);
    }

    static Staff of(Step step) {
        return switch (step) {
            case REVIEW_PHOTO, GIVE_SECOND_OPINION, HELP_STUDENT -> REVIEWER;
            case DECIDE_REVERIFICATION -> HEAD;
            case CONFIRM_PAYMENT, COLLECT_REPRINT_FEE, APPROVE_REFUND, PAY_OUT_REFUND, CLAIM_PAYMENT, RETURN_PAYMENT ->
                BURSAR;
            case PRINT_PHOTOS, POST_PARCEL, HAND_OVER_PRINTS, RESOLVE_PARCEL -> MAILROOM;
            case TAKE_IN_PRINT, PRINT_ON_THE_SPOT, MAKE_CERTIFICATE, HAND_OVER_CERTIFICATE -> DESK;
            default -> REGISTRAR;
        };
    }

    RequestPostProcessor signedIn() {
        return user(username).authorities(AuthorityUtils.createAuthorityList("ROLE_STAFF", group.authority()));
    }
}
