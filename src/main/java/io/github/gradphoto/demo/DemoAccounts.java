package io.github.gradphoto.demo;

import static io.github.gradphoto.identity.StaffGroup.ADMINISTRATOR;
import static io.github.gradphoto.identity.StaffGroup.BURSAR;
import static io.github.gradphoto.identity.StaffGroup.CERTIFICATE_DESK;
import static io.github.gradphoto.identity.StaffGroup.CLASS_TEACHER;
import static io.github.gradphoto.identity.StaffGroup.DEAN;
import static io.github.gradphoto.identity.StaffGroup.HEAD_REVIEWER;
import static io.github.gradphoto.identity.StaffGroup.MAILROOM;
import static io.github.gradphoto.identity.StaffGroup.REGISTRAR;
import static io.github.gradphoto.identity.StaffGroup.REVIEWER;

import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's staff. Everybody has the same password, which the demo page shows. */
@Component
@Profile("demo")
class DemoAccounts {

    static final String PASSWORD = "demo";

    /** @param look suffix of {@code demo.look.*}: what there is to see */
    record Account(String username, String displayName, StaffGroup group, String look) {}

    static final Account REVIEWER_1 = new Account("reviewer", "周敏", REVIEWER, "reviewer");
    static final Account REVIEWER_2 = new Account("reviewer2", "郑凯", REVIEWER, "reviewer2");
    static final Account HEAD = new Account("head", "吴静", HEAD_REVIEWER, "head");
    static final Account OFFICE = new Account("registrar", "陈立", REGISTRAR, "registrar");
    static final Account CASHIER = new Account("bursar", "孙慧", BURSAR, "bursar");
    static final Account CASHIER_2 = new Account("bursar2", "高远", BURSAR, "bursar2");
    static final Account POST = new Account("mailroom", "何军", MAILROOM, "mailroom");
    static final Account DESK = new Account("desk", "罗琴", CERTIFICATE_DESK, "desk");
    static final Account DEAN_1 = new Account("dean", "谢宏", DEAN, "dean");
    static final Account ADMIN = new Account("admin", "系统管理员", ADMINISTRATOR, "admin");
    static final List<Account> TEACHERS = List.of(
            new Account("teacher1", "冯雪", CLASS_TEACHER, "teacher"),
            new Account("teacher2", "邓超群", CLASS_TEACHER, "teacher"),
            new Account("teacher3", "曹颖慧", CLASS_TEACHER, "teacher"));

    static final List<Account> ALL = List.of(
            REVIEWER_1,
            REVIEWER_2,
            HEAD,
            OFFICE,
            CASHIER,
            CASHIER_2,
            POST,
            DESK,
            TEACHERS.get(0),
            TEACHERS.get(1),
            TEACHERS.get(2),
            DEAN_1,
            ADMIN);

    private final StaffAccounts accounts;

    DemoAccounts(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    void createMissing() {
        ALL.stream()
                .filter(account -> !accounts.exists(account.username()))
                .forEach(account ->
                        accounts.create(account.username(), account.displayName(), PASSWORD, Set.of(account.group())));
    }
}
