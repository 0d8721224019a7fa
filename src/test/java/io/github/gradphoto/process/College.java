package io.github.gradphoto.process;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.SubmitApplication;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.demo.CaseDriver;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.demo.Portrait;
import io.github.gradphoto.demo.PortraitPainter;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.FeeTerms;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.PrintTerms;
import io.github.gradphoto.notice.PrintWhen;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterRow;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.photo.PhotoUpload;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.RegistryConfirmations;
import io.github.gradphoto.registration.Reverifications;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A made-up college for tests: staff, a notice when a test asks for one, and a new student for each case. */
@TestConfiguration(proxyBeanMethods = false)
public class College {

    public static final String REVIEWER = "rev1";
    public static final String OTHER_REVIEWER = "rev2";
    public static final String HEAD = "head1";
    public static final String REGISTRAR = "reg1";
    public static final String BURSAR = "bur1";
    public static final String OTHER_BURSAR = "bur2";
    public static final String MAILROOM = "mail1";
    public static final String DESK = "desk1";
    public static final String DEAN = "dean1";
    public static final String ADMIN = "admin1";
    public static final String PASSWORD = "secret";

    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static byte[] portrait;
    private static final Map<Integer, byte[]> OTHERS = new ConcurrentHashMap<>();

    public static final Address ADDRESS = new Address("王小明", "13800001234", "四川省", "德阳市", "旌阳区", "示例路1号");

    @Bean
    Cases cases(CaseDriver driver, StaffAccounts accounts, Notices notices, Roster roster, Clock clock) {
        return new Cases(driver, accounts, notices, roster, clock);
    }

    @Bean
    CaseDriver testCaseDriver(
            SubmitApplication submit,
            Applications applications,
            Roster roster,
            CollectionCodes codes,
            Details details,
            Payments payments,
            PhotoUpload photos,
            Deliveries deliveries,
            RegistryConfirmations confirmations,
            Reverifications reverifications,
            Prints prints,
            EndApplication ends,
            StaffTaskDriver tasks) {
        return new CaseDriver(
                submit,
                applications,
                roster,
                codes,
                details,
                payments,
                photos,
                deliveries,
                confirmations,
                reverifications,
                prints,
                ends,
                tasks);
    }

    /** A portrait as a phone would take it; painted once, because painting takes a while. */
    public static synchronized byte[] portrait() {
        if (portrait == null) {
            var picture = new PortraitPainter()
                    .paint(new Portrait(7, 32, false, io.github.gradphoto.demo.Background.WHITE, Set.of()));
            portrait = jpeg(picture);
        }
        return portrait;
    }

    /** Another person, for whoever has to send another picture. */
    public static byte[] anotherPortrait() {
        return anotherPortrait(1);
    }

    /** @param other 1 or more: each is another person, because a picture that was returned is not taken again */
    public static byte[] anotherPortrait(int other) {
        return OTHERS.computeIfAbsent(
                other,
                one -> jpeg(new PortraitPainter()
                        .paint(new Portrait(7 + one, 27, true, io.github.gradphoto.demo.Background.WHITE, Set.of()))));
    }

    /** {@link #portrait()} a little darker, as from another program. */
    public static byte[] portraitSavedAgain() {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(portrait()));
            return jpeg(new RescaleOp(0.97f, 0, null).filter(picture, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same portrait with fewer pixels than the standard photo needs. */
    public static byte[] smallPicture() {
        try {
            var large = ImageIO.read(new ByteArrayInputStream(portrait()));
            var small = new BufferedImage(360, 480, BufferedImage.TYPE_INT_RGB);
            var graphics = small.createGraphics();
            graphics.drawImage(large.getScaledInstance(360, 480, Image.SCALE_AREA_AVERAGING), 0, 0, null);
            graphics.dispose();
            return jpeg(small);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tests ask of the college. */
    public static class Cases {

        private final CaseDriver driver;
        private final StaffAccounts accounts;
        private final Notices notices;
        private final Roster roster;
        private final Clock clock;

        Cases(CaseDriver driver, StaffAccounts accounts, Notices notices, Roster roster, Clock clock) {
            this.driver = driver;
            this.accounts = accounts;
            this.notices = notices;
            this.roster = roster;
            this.clock = clock;
        }

        public void hireStaff() {
            hire(REVIEWER, StaffGroup.REVIEWER);
            hire(OTHER_REVIEWER, StaffGroup.REVIEWER);
            hire(HEAD, StaffGroup.HEAD_REVIEWER);
            hire(REGISTRAR, StaffGroup.REGISTRAR);
            hire(BURSAR, StaffGroup.BURSAR);
            hire(OTHER_BURSAR, StaffGroup.BURSAR);
            hire(MAILROOM, StaffGroup.MAILROOM);
            hire(DESK, StaffGroup.CERTIFICATE_DESK);
            hire(DEAN, StaffGroup.DEAN);
            hire(ADMIN, StaffGroup.ADMINISTRATOR);
        }

        private void hire(String username, StaffGroup group) {
            if (!accounts.exists(username)) {
                accounts.create(username, username, PASSWORD, Set.of(group));
            }
        }

        /** A notice of its own for a test, open from now for a fortnight. */
        public Notice publish(UnaryOperator<Terms> terms) {
            hireStaff();
            return notices.sign(notices.draft(terms(terms)).id());
        }

        /** The settings of such a notice, for a test that drafts it itself. */
        public NoticeDraft terms(UnaryOperator<Terms> terms) {
            var t = terms.apply(new Terms(PrintWhen.AFTER_REGISTRATION, true, 14, 2023));
            var now = clock.instant();
            return new NoticeDraft(
                    "教务文〔2026〕" + SEQUENCE.incrementAndGet() + "号",
                    1,
                    "采集毕业生电子图像的通知",
                    "示例职业技术学院",
                    t.cohort(),
                    "高职扩招",
                    now,
                    Deadlines.endOf(LocalDate.now(clock).plusDays(t.days())),
                    "教务处 0838-0000000",
                    List.of(CollectionType.INDIVIDUAL, CollectionType.CENTRAL),
                    List.of(Background.WHITE, Background.LIGHT_BLUE),
                    new FeeTerms(3000, 2000, 2000, "依据", "代收", "退费", "窗口", "账户", 7, t.fourEyes()),
                    "领取点",
                    3,
                    2,
                    3,
                    t.printWhen(),
                    new PrintTerms("A5", new BigDecimal("33.0"), new BigDecimal("48.0"), 8));
        }

        public Student enrol() {
            return enrol(row -> row);
        }

        public Student enrol(UnaryOperator<Row> change) {
            int n = SEQUENCE.incrementAndGet();
            var row = change.apply(new Row("高职扩招", "注册学籍", false, false, 2023));
            var digits = "51069919900101%03d".formatted(n % 1000);
            return roster.add(new RosterRow(
                    "T%07d".formatted(n),
                    null,
                    "学生" + n,
                    "男",
                    RosterRow.RESIDENT_ID,
                    digits + ResidentId.checkCharacter(digits),
                    "示例职业技术学院",
                    "校本部",
                    "经济管理系",
                    "大数据与会计",
                    "KZ2301",
                    "会计扩招1班",
                    "teacher1",
                    row.cohort(),
                    "专科",
                    row.admissionType(),
                    row.recordStatus(),
                    row.photoRegistered(),
                    row.exempt(),
                    "student" + n + "@example.com",
                    "13800001234"));
        }

        public DrivenCase apply(Student student) {
            return driver.apply(student.id(), CollectionType.INDIVIDUAL);
        }

        public DrivenCase apply(Student student, CollectionType type) {
            return driver.apply(student.id(), type);
        }

        public DrivenCase applyWithCode(Student student, CollectionType type, String code) {
            return driver.apply(student.id(), type, code);
        }

        /** A new student who has applied with a good code. */
        public DrivenCase withCode(CollectionType type) {
            return driver.apply(enrol().id(), type, "CODE-" + SEQUENCE.incrementAndGet());
        }

        public DrivenCase paid(CollectionType type) {
            return withCode(type).confirmDetails().payAtCounter().confirmPayment(LocalDate.now(clock), BURSAR);
        }

        public DrivenCase inReview(CollectionType type) {
            var driven = paid(type).uploadPhoto(portrait());
            return type == CollectionType.INDIVIDUAL ? driven.havePrintsPosted(ADDRESS) : driven;
        }

        public DrivenCase released(CollectionType type) {
            return inReview(type).approvePhoto(REVIEWER).release(REGISTRAR);
        }

        public DrivenCase registered(CollectionType type) {
            return released(type).enterDelivered(REGISTRAR).enterComparison(Comparison.PASSED, REGISTRAR);
        }

        public static String newCode() {
            return "CODE-" + SEQUENCE.incrementAndGet();
        }

        public static String trackingNumber() {
            return "SF%013d".formatted(SEQUENCE.incrementAndGet());
        }
    }

    /** What a test may want different about its notice. */
    public record Terms(PrintWhen printWhen, boolean fourEyes, int days, int cohort) {

        public Terms printWhen(PrintWhen when) {
            return new Terms(when, fourEyes, days, cohort);
        }

        public Terms oneOffice() {
            return new Terms(printWhen, false, days, cohort);
        }

        /** A year of its own, so that no student of another test is addressed. */
        public Terms cohort(int year) {
            return new Terms(printWhen, fourEyes, days, year);
        }
    }

    /** What a test may want different about its student. */
    public record Row(String admissionType, String recordStatus, Boolean photoRegistered, boolean exempt, int cohort) {

        public Row admissionType(String type) {
            return new Row(type, recordStatus, photoRegistered, exempt, cohort);
        }

        public Row recordStatus(String status) {
            return new Row(admissionType, status, photoRegistered, exempt, cohort);
        }

        public Row photoRegistered(Boolean registered) {
            return new Row(admissionType, recordStatus, registered, exempt, cohort);
        }

        public Row feeExempt() {
            return new Row(admissionType, recordStatus, photoRegistered, true, cohort);
        }

        public Row cohort(int year) {
            return new Row(admissionType, recordStatus, photoRegistered, exempt, year);
        }
    }
}
